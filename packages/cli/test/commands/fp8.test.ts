import { inAllWays, normalOutputs, withOutlier } from '@xphi/lab/fp8'
import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { inProcess } from '../run.ts'

interface Way {
  readonly scale: string
  readonly error: number
  readonly accuracy?: number
  readonly others: {
    readonly count: number
    readonly zeros: number
    readonly bins: readonly { readonly from: number; readonly count: number }[]
  }
}

describe('xphi fp8', () => {
  it('prints a line for each way to scale', async () => {
    const { code, stdout, stderr } = await inProcess(['fp8', 'gelu', '--format', 'e5m2'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^scale .*error of the others.*\nnone .*\ntensor .*\nchannel .*\nsmooth .*\n$/)
  })

  it('--json has what the library computes, and every number in a bin', async () => {
    const { stdout } = await inProcess(['fp8', 'swiglu', '--outlier', '22', '--seed', '3', '--json'])
    const { ways } = JSON.parse(stdout) as { readonly ways: readonly Way[] }
    const known = inAllWays(withOutlier(await normalOutputs(activation('swiglu'), 3), 22), 'e4m3')
    expect(ways.map(({ scale, error }) => [scale, error])).toEqual(known.map(({ way, error }) => [way, error]))
    for (const { others } of ways) expect(others.bins.reduce((sum, { count }) => sum + count, others.zeros)).toBe(others.count)
  })

  it('--network tells what a trained network still has right', async () => {
    const { stdout } = await inProcess(['fp8', '--formula', 'mine=gate*value', '--network', '--outlier', '24', '--json'])
    const { activation: name, accuracy, ways } = JSON.parse(stdout) as { activation: string; accuracy: number; ways: readonly Way[] }
    expect(name).toBe('mine')
    expect(accuracy).toBeGreaterThan(95)
    const of = (scale: string) => ways.find(way => way.scale === scale)!.accuracy!
    expect(of('tensor')).toBeLessThan(of('smooth'))
    expect(of('smooth')).toBeGreaterThan(95)
  })

  it.each([
    [['gelu', '--outlier', '1.5'], "--outlier: an integer from -40 to 40, got '1.5'"],
    [['gelu', '--outlier', '41'], '--outlier'],
    [['gelu', '--format', 'e3m4'], 'e4m3'],
    [['gleu'], 'did you mean gelu?'],
  ] as const)('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(['fp8', ...args])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
