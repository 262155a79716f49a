import { light } from '@xphi/lab/chart'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costHeight, drawCosts } from '../../src/plot/costs.ts'

const labels = { copy: 'copy', exact: 'exact', fast: 'fast', unit: 'ns', gpu: 'GPU', notYet: 'not yet' }
const timing = (name: string, median: number) => ({ name, median, lower: median * 0.9, upper: median * 1.1, rounds: 11 })
const times = fc.double({ min: 1e-3, max: 1e5, noNaN: true })

test('a longer time stands farther right, within the picture, its number beside it; the GPU has a row without one', () => {
  fc.assert(
    fc.property(times, times, fc.constantFrom(288, 374, 640, 900), (exact, fast, width) => {
      const row = { name: 'gelu forward', copy: timing('copy', 0.05), exact: timing('xphi exact', exact), fast: timing('xphi fast', fast) }
      const svg = drawCosts({ title: 't', description: 'd', rows: [row], labels }, width, light)
      const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(match => Number(match[1]))
      expect(dots).toHaveLength(2)
      if (exact > 1.01 * fast) expect(dots[0]).toBeGreaterThan(dots[1])
      for (const x of dots) expect(x > 0 && x < width).toBe(true)
      expect(svg).toContain(`exact ${exact < 10 ? exact.toPrecision(2) : exact.toFixed(0)} · fast`)
      expect(svg).toMatch(/GPU<\/text>\s*<text[^>]*>not yet/)
      expect(svg).toContain(`height="${costHeight(1)}"`)
    }),
  )
})
