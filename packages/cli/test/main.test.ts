import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inProcess, xphi } from './run.ts'

describe('xphi', () => {
  it('alone shows its help as a message, since no data was asked for', async () => {
    const { code, stdout, stderr } = await inProcess([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Examples:\n {2}xphi /)
  })

  it('--help prints examples first, and every command with its summary', async () => {
    const { code, stdout, stderr } = await xphi(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.indexOf('Examples:')).toBe(0)
    for (const name of ['list', 'show', 'eval', 'plot', 'compare']) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w.+$`, 'm'))
  })

  it.each(['list', 'show', 'eval', 'plot', 'compare'])('%s --help prints examples first', async name => {
    const { code, stdout } = await inProcess([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Examples:\\n {2}(?:.*\\| )?xphi ${name}`))
    expect(stdout).toContain(`Usage: xphi ${name}`)
    expect(stdout).toContain('--json')
  })

  it('says its version', async () => {
    expect((await inProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['evl', 'gelu', '1'], /unknown command 'evl'\s+\(Did you mean eval\?\)/],
    [['constructor'], /unknown command 'constructor'/],
    [['evl', '--help'], /unknown command 'evl'\s+\(Did you mean eval\?\)/],
    [['help', 'evl'], /unknown command 'evl'\s+\(Did you mean eval\?\)/],
    [['eval', 'gelu', '1', '--jsn'], /unknown option '--jsn'\s+\(Did you mean --json\?\)/],
    [['list', 'gelu'], /too many arguments for 'list'/],
    [['show'], /missing required argument 'NAME'/],
  ])('%j is wrong use', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^xphi: /)
    expect(stderr).toMatch(message)
  })

  it('is silent when the reader of its output goes away', () => {
    const bin = fileURLToPath(new URL('../bin/xphi.js', import.meta.url))
    const script = `set -o pipefail; '${process.execPath}' '${bin}' list --json | head -c 1`
    expect(execFileSync('bash', ['-c', `${script} 2>&1`], { encoding: 'utf8' })).toBe('[')
  })
})
