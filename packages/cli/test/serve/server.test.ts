import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileServer, isLoopback } from '../../src/serve/server.ts'

const outside = mkdtempSync(join(tmpdir(), 'xphi-serve-'))
const folder = join(outside, 'public')
let server: Server

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** The path goes out as it stands: nothing resolves its dots. */
const ask = (path: string, { method = 'GET', host }: { readonly method?: string; readonly host?: string } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path, method, ...(host === undefined ? {} : { headers: { host } }) }, response => {
      let text = ''
      response.on('data', piece => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
      .on('error', reject)
      .end()
  })

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(outside, 'public-too'))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(outside, 'public-too', 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {}')
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  server = fileServer(folder, true)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(outside, { recursive: true })
})

describe('the file server', () => {
  it('serves files under a strict policy, isolated from other origins', async () => {
    const page = await ask('/?x=1')
    expect([page.status, page.text]).toEqual([200, '<!doctype html>'])
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(page.headers['cross-origin-embedder-policy']).toBe('require-corp')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/)
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await ask('/assets/a.js')).headers['cache-control']).toMatch(/immutable/)
  })

  it('gives HEAD no body', async () => expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' }))

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../public-too/secret.txt',
    '//../secret.txt',
    '/assets/../../secret.txt',
    '/link.txt',
    '/index.html%00.txt',
    '/%ff',
    '/assets/',
    '/assets',
    '/nothing.js',
  ])('gives nothing for %s', async path => {
    const { status, text } = await ask(path)
    expect(status).toBe(404)
    expect(text).not.toContain('secret\n')
    expect(text).toBe('not found\n')
  })

  it('takes no other method', async () => expect((await ask('/', { method: 'POST' })).status).toBe(405))

  it('answers under the names of this machine alone', async () => {
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example'])
      expect((await ask('/', { host })).status, host).not.toBe(200)
    for (const host of ['localhost', 'localhost:7357', '127.0.0.1', '[::1]:80']) expect((await ask('/', { host })).status, host).toBe(200)
  })

  it('knows loopback', () => {
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost']) expect(isLoopback(host), host).toBe(true)
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'example', '127.0.0.1.example']) expect(isLoopback(host), host).toBe(false)
  })
})
