import { dark, light } from '@xphi/lab/chart'
import { describe, expect, test } from 'vitest'
import { byDepth } from '../../src/plot/bydepth.ts'
import { decadesOf, heatCsv, heatSvg, levelOf, rampOf } from '../../src/plot/heat.ts'

const gradients = { layers: 3, norms: [[1e-9, 1e-5, 0.5], [0, 1e-4, 2]], losses: [2.3, 2.2] } // biome-ignore format: a column a step
const names = { layer: 'layer', step: 'step', norm: 'norm' }

describe('a map of gradients', () => {
  test('spans whole decades of what is not 0, at least three', () => {
    expect(decadesOf([gradients])).toEqual({ low: -9, high: 1 })
    expect(decadesOf([{ layers: 1, norms: [[0.5]], losses: [1] }])).toEqual({ low: -3, high: 0 })
    expect(decadesOf([{ layers: 1, norms: [[0], [Number.NaN]], losses: [1, 1] }])).toEqual({ low: -3, high: 0 })
  })

  test('rises by equal parts a decade, from 0 for nothing at all', () => {
    const decades = { low: -10, high: 0 }
    expect([0, 1e-12, 1e-10, 1e-5, 1, 10].map(norm => levelOf(norm, decades))).toEqual([0, 0, 0, 0.5, 1, 1])
  })

  test.each([
    ['light', light, -1],
    ['dark', dark, 1],
  ] as const)('has a lightness that goes one way only, %s', (_, colours, way) => {
    const ramp = rampOf(colours)
    const lightness = Array.from({ length: 65 }, (_, i) => ramp(i / 64)).map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    for (let i = 1; i < lightness.length; i++) expect(way * (lightness[i] - lightness[i - 1])).toBeGreaterThan(-0.5)
    expect(way * (lightness[64] - lightness[0])).toBeGreaterThan(120)
  })

  test('is a picture with a cell for each layer and step, and a table with a line for each', () => {
    const picture = heatSvg({ maps: [{ name: 'gelu', gradients }], steps: 2, title: 'title', names }, light)
    expect(picture.match(/M\d[^M]*?h3v80h-3z/g)).toHaveLength(6)
    const [head, ...lines] = heatCsv([{ name: 'gelu', gradients }])
      .trimEnd()
      .split('\n')
    expect(head).toBe('function,step,layer,gradient,loss')
    expect(lines).toEqual([
      'gelu,0,1,1e-9,2.3',
      'gelu,0,2,0.00001,2.3',
      'gelu,0,3,0.5,2.3',
      'gelu,1,1,0,2.2',
      'gelu,1,2,0.0001,2.2',
      'gelu,1,3,2,2.2',
    ])
  })

  test('has a curve by depth at each step, which leaves out what has no logarithm', () => {
    const figure = byDepth([{ name: 'gelu', gradients }], 1, { x: 'layer', y: 'norm' })
    expect(figure.curves[0].segments[0].map(([layer]) => layer)).toEqual([2, 3])
    expect(byDepth([{ name: 'gelu', gradients }], 7, { x: 'layer', y: 'norm' }).curves[0].segments).toEqual([])
  })
})
