/** The built lab, served as `xphi serve` serves it, in a real browser. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { fileServer } from '../../cli/src/serve/server.ts'

export const chromiumPath = '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)
if (!hasChromium) console.log(`the tests of the lab are skipped: no browser at ${chromiumPath} (Debian: apt-get install chromium)`)

// Waits end when what is waited for is there; this only ends what hangs.
export const patience = 100_000

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')))

export interface Lab {
  readonly folder: string
  readonly address: string
  /** A new page of a new profile; what goes wrong in it (errors, refused requests, other origins) is collected. */
  open(hash: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: readonly string[] }>
  /** No network from here on. */
  unplug(): void
  close(): Promise<void>
}

/** Builds the lab into a folder of its own and starts server and browser. */
export async function startLab(): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'xphi-web-'))
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const server = fileServer(folder, true)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  return {
    folder,
    address,
    async open(hash, options = {}) {
      // What is kept for visits without a network is loaded by the test of it alone.
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        serviceWorkers: 'block',
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(patience)
      const faults: string[] = []
      page.on('pageerror', error => faults.push(error.message))
      page.on('console', message => {
        if (message.type() === 'error') faults.push(message.text())
      })
      page.on('request', request => {
        if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) faults.push(`asked ${request.url()}`)
      })
      await page.goto(address + hash)
      return { page, faults }
    },
    unplug() {
      server.close()
      server.closeAllConnections()
    },
    async close() {
      await browser.close()
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A reader who wants no motion: what runs is shown when it has ended. */
export const still = { reducedMotion: 'reduce' } as const
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** What a button of `.take` saves. */
export async function saved(page: Page, label: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.take button:has-text("${label}")`)])
  return readFileSync(await download.path(), 'utf8')
}

/** One of a page's workers dies. */
export async function killWorker(page: Page): Promise<void> {
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('killed')
    })
  })
}

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe finds fault with. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  // What lies left of a strip that is scrolled, axe takes for a skip link.
  await page.evaluate(() => {
    for (const strip of document.querySelectorAll('nav ul')) strip.scrollLeft = 0
  })
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
    return (await run.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).join(' | ')}`)
  })
}

/** How wide the window and what it shows are, and texts in letters of less than 11 px. */
export const legibilityOf = (page: Page) =>
  page.evaluate(() => {
    const small: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!
      if (!node.textContent?.trim() || element.closest('title,desc,option,script,noscript') || element.getClientRects().length === 0)
        continue
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 11) small.push(node.textContent)
    }
    return { width: innerWidth, wide: document.documentElement.scrollWidth, small }
  })

/** Gzip bytes of the scripts: those that the page loads before it shows anything, and all of them. */
export function sizes(folder: string): { readonly initial: number; readonly all: number } {
  const assets = join(folder, 'assets')
  const bytes = (file: string): number => gzipSync(readFileSync(join(assets, file)), { level: 9 }).length
  const scripts = readdirSync(assets).filter(file => file.endsWith('.js'))
  const initial = new Set<string>()
  const reach = (file: string): void => {
    if (initial.has(file)) return
    initial.add(file)
    for (const [, next] of readFileSync(join(assets, file), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) reach(next)
  }
  for (const [, file] of readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)) reach(file)
  const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + bytes(file), 0)
  return { initial: total(initial), all: total(scripts) }
}
