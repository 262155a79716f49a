import { describe, expect, it } from 'vitest'
import { inProcess } from '../run.ts'

const quick = ['bench', 'silu', '--sizes', '64', '--rounds', '1']

describe('xphi bench', () => {
  it('times a copy and each form of a kernel, on one thread and on as many as are asked for', async () => {
    const { code, stdout } = await inProcess([...quick, '--threads', '2', '--no-backward', '--json'])
    expect(code).toBe(0)
    for (const name of ['copy', 'xphi exact', 'xphi fast', 'xphi exact, 2 threads', 'xphi fast, 2 threads'])
      expect(stdout).toContain(`"${name}"`)
    expect(stdout).not.toContain('backward')
  })

  it.each([
    ['--threads', '0', "--threads: '0' is not a whole number"],
    ['--threads', '257', '--threads: 257 is more than 256'],
    ['--sizes', '8,x', '--sizes'],
    ['--peers', '/nowhere', '/nowhere'],
  ])('%s %s is refused', async (option, value, message) => {
    const { code, stdout, stderr } = await inProcess([...quick, option, value])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
