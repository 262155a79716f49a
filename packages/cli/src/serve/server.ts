/** Serves a folder of static files, to this machine alone unless told otherwise. */
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
}

/** Scripts, styles and workers from here alone, WebAssembly, and no request to anyone else; nothing evaluates text. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  // Isolated from other origins, a page gets clocks of 5 us and memory that workers share.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/**
 * A server, not yet listening. `local` refuses requests under any name but this machine's own, which a page of elsewhere could make through
 * a name of its own that leads here (DNS rebinding).
 */
export function fileServer(folder: string, local: boolean): Server {
  return createServer((request, response) => {
    answer(folder, local, request, response).catch(() => refuse(response, 500, 'failed to read'))
  })
}

async function answer(folder: string, local: boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (local && !isLoopback((request.headers.host ?? '').replace(/:\d+$/, '')))
    return refuse(response, 421, 'this is served to localhost alone')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD', { Allow: 'GET, HEAD' })
  const file = await find(folder, request.url ?? '/')
  if (file === undefined) return refuse(response, 404, 'not found')
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    // Names of assets change with their content.
    'Cache-Control': file.path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** The file of an address, or nothing where there is none in the folder, its links followed. */
async function find(folder: string, url: string): Promise<{ readonly path: string; readonly size: number } | undefined> {
  let path: string
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return undefined
  const wanted = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(wanted)])
    if (!real.startsWith(root + sep)) return undefined
    const found = await stat(real)
    return found.isFile() ? { path: real, size: found.size } : undefined
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: number, reason: string, more: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { ...headers, ...more, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${reason}\n`)
}
