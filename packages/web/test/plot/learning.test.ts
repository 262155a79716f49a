import { describe, expect, test } from 'vitest'
import { learningCsv, learningFigure, pointAt } from '../../src/plot/learning.ts'

const spread = (mean: number, half = 1) => ({ mean, low: mean - half, high: mean + half, n: 3 })
const curve = [
  { step: 0, metric: spread(50), loss: spread(Number.NaN) },
  { step: 10, metric: spread(80), loss: spread(0.1, 0.2) },
  { step: 20, metric: spread(99.5), loss: spread(0.01, 0.001) },
]
const all = [{ name: 'gelu', curve }]
const axes = { x: 'step', y: 'loss', log: true, possible: [0, Infinity] } as const

describe('learning curves', () => {
  test('are lines through the means with a band that stays within what is possible', () => {
    const { curves, high } = learningFigure(all, 'metric', 20, { ...axes, log: false, possible: [0, 100] })
    expect(curves[0].segments[0]).toEqual([
      [0, 50],
      [10, 80],
      [20, 99.5],
    ])
    expect(curves[0].band?.high.at(-1)).toEqual([20, 100])
    expect(high).toBe(100)
  })

  test('are logarithms where asked, without the start that has no loss, and no band below 0', () => {
    const { curves } = learningFigure(all, 'loss', 20, axes)
    expect(curves[0].segments[0]).toEqual([
      [10, -1],
      [20, -2],
    ])
    for (const [, low] of curves[0].band?.low ?? []) expect(Number.isFinite(low)).toBe(true)
  })

  test('are read at the nearest step, and saved whole', () => {
    expect(pointAt(all[0], 14)?.step).toBe(10)
    expect(pointAt({ name: 'none', curve: [] }, 14)).toBeUndefined()
    const [head, first] = learningCsv(all).split('\n')
    expect(head).toBe('function,step,metric,metric low95,metric high95,metric n,loss,loss low95,loss high95,loss n')
    expect(first).toBe('gelu,0,50,49,51,3,,,,3')
  })
})
