import { expect, it } from 'vitest'
import { catalogue } from 'xphi/catalogue'
import { inProcess, xphi } from '../run.ts'

it('xphi list prints a line for each entry, without colours off a terminal', async () => {
  const { code, stdout, stderr } = await xphi(['list'], { env: { FORCE_COLOR: '1' } })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [header, ...lines] = stdout.trimEnd().split('\n')
  expect(header.split(/ +/)).toEqual(['name', 'year', 'kind', 'parameters', 'formula'])
  expect(lines).toHaveLength(catalogue.length)
  for (const [i, { name, year, kind, formula }] of catalogue.entries()) {
    expect(lines[i].startsWith(`${name} `)).toBe(true)
    expect(lines[i]).toContain(` ${year}  ${kind} `)
    expect(lines[i].endsWith(formula)).toBe(true)
  }
})

it('xphi list --json gives name, year, kind, formula and parameters', async () => {
  const { stdout } = await inProcess(['list', '--json'])
  const entries = JSON.parse(stdout) as readonly Record<string, unknown>[]
  expect(entries.find(e => e.name === 'leaky_relu')).toMatchObject({
    year: 2013,
    kind: 'pointwise',
    parameters: [{ name: 'alpha', default: 0.01 }],
  })
  expect(entries.map(e => [e.name, e.year, e.kind, e.formula])).toEqual(catalogue.map(e => [e.name, e.year, e.kind, e.formula]))
})
