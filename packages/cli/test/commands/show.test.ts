import { describe, expect, it } from 'vitest'
import { catalogue, findEntry } from 'xphi/catalogue'
import { inProcess, xphi } from '../run.ts'

describe('xphi show', () => {
  it('prints formula, derivative, properties, plot, history and sources in 80 columns', async () => {
    const { code, stdout, stderr } = await xphi(['show', 'gelu'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const entry = findEntry('gelu')!
    expect(stdout).toMatch(/^gelu {2}/)
    expect(stdout).toContain(`formula       ${entry.formula}\n`)
    expect(stdout).toMatch(/^derivative {4}.*normpdf/m)
    expect(stdout).toMatch(/^minimum {7}-0\.1699\d* at x = -0\.7517/m)
    expect(stdout).toMatch(/^zeros {9}0$/m)
    expect(stdout).toMatch(/[\u2801-\u28ff]/)
    expect(stdout.replace(/\s+/g, ' ')).toContain(entry.history.replace(/\s+/g, ' '))
    for (const heading of ['History', 'Sources']) expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'))
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })

  it('of every entry works, in 80 columns but for words that are longer', async () => {
    for (const { name } of catalogue) {
      const { code, stdout, stderr } = await inProcess(['show', name])
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' })
      for (const line of stdout.split('\n')) expect([...line].length <= 80 || !line.slice(14).includes(' '), line).toBe(true)
    }
  })

  it('--json has the entry and what was found numerically, with the parameters given', async () => {
    const { stdout } = await inProcess(['show', 'hardshrink', '--json', '--param', 'lambda=2'])
    const shown = JSON.parse(stdout) as Record<string, unknown>
    expect(shown).toMatchObject({ name: 'hardshrink', kind: 'pointwise', zeros: [[-2, 2]], parameters: [{ name: 'lambda', value: 2 }] })
    expect(shown.sources).toEqual(findEntry('hardshrink')!.sources)
  })

  it('takes aliases', async () => {
    expect(JSON.parse((await inProcess(['show', 'swish1', '--json'])).stdout)).toMatchObject({ name: 'silu' })
  })

  it.each([
    [['gleu'], /unknown activation 'gleu': did you mean '?gelu/],
    [['elu', '--param', 'beta=1'], /elu has no parameter 'beta': it has alpha/],
    [['elu', '--param', 'alpha'], /--param: 'alpha' is not of the form name=number/],
    [['elu', 'gelu'], /too many arguments/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(['show', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
