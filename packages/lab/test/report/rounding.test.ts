import { beforeAll, describe, expect, it } from 'vitest'
import { fromFormula } from 'xphi/formula'
import { inlineExecutor } from '../../src/compare/executor.ts'
import { compareOn } from '../../src/compare/run.ts'
import type { Comparison } from '../../src/compare/types.ts'
import { reportHtml } from '../../src/report/html.ts'
import { roundingShares } from '../../src/report/rounding.ts'
import { recipe, rings, specOf } from '../compare/rings.ts'
import { comparison } from './comparison.ts'

const options = { command: 'xphi compare', date: 'today' }

describe('what low precision did, in the report', () => {
  let found: Comparison
  let section: string

  beforeAll(async () => {
    const data = rings()
    const own = { ...fromFormula('mine', 'x * 2'), name: '<b>' }
    found = await compareOn(
      inlineExecutor(data),
      data,
      {
        activations: [specOf('relu').activation, specOf('swiglu').activation, own],
        seeds: [1, 2],
        rate: 0.01,
        recipe: { ...recipe, precision: 'fp8-smooth' },
      },
      { cpu: 'a', cores: 1, node: 'b' },
    )
    section = /<section aria-labelledby="rounding">.*?<\/section>/s.exec(reportHtml(found, options))?.[0] ?? ''
  })

  it('has a row a tensor, under the name of its activation', () => {
    // Two products of three tensors in each of the three networks.
    expect(section.match(/<tr><th scope="row">/g)).toHaveLength(3 * 6)
    for (const name of ['relu', 'swiglu', '&lt;b&gt;']) expect(section).toContain(`<b><bdi>${name}</bdi></b>`)
    expect(section).toContain('<td>the output layer</td><td>hidden</td><td>e4m3</td>')
    expect(section).toContain('<td>hidden layer 1 (linear)</td><td>gradient</td><td>e5m2</td>')
    expect(section).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('draws the whole grid of a format of 8 bits', () => {
    const labels = [...section.matchAll(/aria-label="(\d+) of (\d+) powers of two from 2\^(-\d+) to 2\^(\d+); /g)].map(m => m.slice(2))
    expect(new Set(labels.map(String))).toEqual(new Set(['18,-9,8', '32,-16,15']))
    expect(labels).toHaveLength(18)
  })

  it('says how far the vectors of gated units are aligned, and of nothing else', () => {
    expect(section).toMatch(/<bdi>swiglu<\/bdi>: mean 0\.\d+, greatest (0\.\d+|1) \(10 units, all seeds\)\./)
    expect(section).not.toContain('<bdi>relu</bdi>: mean')
  })

  it('is not there in f32', () => {
    expect(reportHtml(comparison(), options)).not.toContain('aria-labelledby="rounding"')
    expect(roundingShares([])).toBeUndefined()
  })
})
