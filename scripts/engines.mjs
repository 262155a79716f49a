// The fingerprints of other engines than this one: bundles scripts/fingerprint.mjs and runs it in them. Needs a built tree.
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text as body } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const onPath = name =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(existsSync)

/** What each engine is started with; undefined where it is not installed. XPHI_BUN names a bun that is not on the path. */
export const engines = {
  'V8 (Chromium)': { browser: true, path: onPath('chromium'), flags: ['--headless', '--no-sandbox', '--disable-background-networking'] },
  'SpiderMonkey (Firefox)': { browser: true, path: onPath('firefox-esr') ?? onPath('firefox'), flags: ['--headless', '--no-remote'] },
  'JavaScriptCore (bun)': { browser: false, path: process.env.XPHI_BUN ?? onPath('bun'), flags: [] },
}

const bundle = async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('fingerprint.mjs', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return outputFiles[0].text
}

/** Serves the bundle to a page, and gives what the page posts. */
async function inBrowser({ path, flags }, script, folder) {
  const profile = path.includes('firefox') ? ['--profile', folder] : [`--user-data-dir=${folder}`]
  let child
  const server = createServer()
  try {
    return await new Promise((resolve, reject) => {
      server.on('request', async (request, response) => {
        if (request.url === '/fingerprint.js') response.setHeader('content-type', 'text/javascript').end(script)
        else if (request.method === 'POST') {
          resolve(await body(request))
          response.end()
        } else response.setHeader('content-type', 'text/html').end('<script type="module" src="/fingerprint.js"></script>')
      })
      server.listen(0, '127.0.0.1', () => {
        // A group of its own, so that the browser's helpers end with it.
        child = spawn(path, [...flags, ...profile, `http://127.0.0.1:${server.address().port}/`], {
          stdio: 'ignore',
          detached: true,
          env: { ...process.env, HOME: folder },
        })
        child.on('error', reject)
        child.on('exit', code => reject(new Error(`${path} ended with ${code} before it answered`)))
        setTimeout(() => reject(new Error(`${path} did not answer within 100 s`)), 100_000).unref()
      })
    })
  } finally {
    if (child?.pid) process.kill(-child.pid, 'SIGKILL')
    server.closeAllConnections()
    server.close()
  }
}

async function inShell({ path, flags }, script, folder) {
  const file = join(folder, 'fingerprint.mjs')
  writeFileSync(file, script)
  return (await promisify(execFile)(path, [...flags, file])).stdout
}

/** The fingerprint of one of the engines. */
export async function fingerprintOf(name) {
  const engine = engines[name]
  const folder = mkdtempSync(join(tmpdir(), 'xphi-'))
  try {
    return JSON.parse(await (engine.browser ? inBrowser : inShell)(engine, await bundle(), folder))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
