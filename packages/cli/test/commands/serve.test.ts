import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { listen } from '../../src/serve/listen.ts'
import { inProcess } from '../run.ts'

describe('xphi serve', () => {
  it.each(['http', '-1', '65536', '80.5', ''])('refuses --port %j as wrong use', async port => {
    const { code, stderr } = await inProcess(['serve', `--port=${port}`])
    expect(code).toBe(2)
    expect(stderr).toContain('a port is an integer from 0 to 65535')
  })

  it('takes a free port where it may choose, and says which one is taken where not', async () => {
    const [first, second, third] = [createServer(), createServer(), createServer()]
    try {
      const port = await listen(first, '127.0.0.1', 0)
      expect(port).toBeGreaterThan(0)
      await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(`--port: ${port} is taken; choose another, or 0 for any free one`)
      const [one, other] = [await listen(second, '127.0.0.1'), await listen(third, '127.0.0.1')]
      expect(one).not.toBe(other)
    } finally {
      for (const server of [first, second, third]) server.close()
    }
  })

  it('names a host that this machine does not have', async () => {
    await expect(listen(createServer(), '192.0.2.1', 0)).rejects.toThrow("--host: '192.0.2.1' is no address of this machine")
  })
})
