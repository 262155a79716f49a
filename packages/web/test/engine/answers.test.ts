import { describe, expect, test } from 'vitest'
import { activation } from 'xphi/formula'
import { answer } from '../../src/engine/answers.ts'
import type { Fp8Answer, Question, SpeedAnswer, Told } from '../../src/engine/questions.ts'

let id = 0
async function asked(question: Question): Promise<readonly Told[]> {
  const told: Told[] = []
  await answer({ kind: 'ask', id: ++id, question }, value => told.push(value))
  return told
}
const values = <T>(told: readonly Told[]): readonly T[] => told.flatMap(t => (t.kind === 'told' ? [t.value as T] : []))
const fp8 = { about: 'fp8', activation: activation('swiglu'), format: 'e4m3', outlier: 22, seed: 1, paced: false } as const

describe('a worker answers', () => {
  test('what FP8 makes of outputs, in each way', async () => {
    const told = await asked({ ...fp8, source: 'normal' })
    const [{ ways, network }] = values<Fp8Answer>(told)
    expect(ways.map(({ way }) => way)).toEqual(['none', 'tensor', 'channel', 'smooth'])
    expect(ways.some(way => 'rounded' in way)).toBe(false)
    expect(network).toBeUndefined()
    expect(told.at(-1)?.kind).toBe('answered')
  })

  test('what is left of a network whose one channel is scaled up: not much by one scale, all by smooth ones', async () => {
    const [{ ways, network }] = values<Fp8Answer>(await asked({ ...fp8, source: 'network' }))
    expect(network!.step).toBe(network!.steps)
    expect(network!.accuracy).toBeGreaterThanOrEqual(99)
    const of = (name: string) => ways.find(({ way }) => way === name)!.accuracy!
    expect(of('tensor')).toBeLessThan(90)
    expect(of('smooth')).toBeGreaterThanOrEqual(99)
  })

  test('what a function costs: the clock, then forward and backward, a copy beside each', async () => {
    const [clock, ...rows] = values<SpeedAnswer>(await asked({ about: 'speed', activations: [activation('relu')], elements: 1024 }))
    expect(clock.kind === 'clock' && clock.resolution > 0).toBe(true)
    expect(rows.map(row => row.kind === 'row' && [row.row.job, row.row.timings[0].name])).toEqual([
      ['value', 'copy'],
      ['backward', 'copy'],
    ])
  })

  test('how far a function is from exact values: each quantity in both formats, within what is promised', async () => {
    const rows = values<{ quantity: string; format: string; worst: { ulps: number } }>(
      await asked({ about: 'error', activation: activation('tanh') }),
    )
    expect(rows.map(({ quantity, format }) => `${quantity} ${format}`)).toEqual([
      'value f64',
      'value f32',
      'derivative f64',
      'derivative f32',
    ])
    for (const { format, worst } of rows) expect(worst.ulps).toBeLessThanOrEqual(format === 'f64' ? 1 : 0.51)
  })

  test('only the last question', async () => {
    const first = asked({ ...fp8, source: 'normal' })
    const second = await asked({ ...fp8, source: 'normal', outlier: 0 })
    expect((await first).map(({ kind }) => kind)).toEqual([])
    expect(second.map(({ kind }) => kind)).toEqual(['told', 'answered'])
  })

  test('that it cannot, and why', async () => {
    const broken = { ...activation('gelu'), formula: 'x * sigmod(x)' }
    const [told] = await asked({ about: 'error', activation: broken })
    expect(told.kind === 'unanswered' && told.message).toMatch(/sigmod/)
  })
})
