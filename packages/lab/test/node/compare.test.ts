import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import type { CompareOptions } from '../../src/compare/plan.ts'
import type { CompareProgress } from '../../src/compare/progress.ts'
import { compareOn } from '../../src/compare/run.ts'
import { compare } from '../../src/node/compare.ts'
import { Pool } from '../../src/node/pool.ts'
import { recipe, rings, specOf, timeless } from '../compare/rings.ts'

const machine = { cpu: 'test', cores: 1, node: 'v0' }
const activations = ['relu', 'swiglu', 'prelu'].map(name => activation(name))
const options: CompareOptions = { activations, seeds: [1, 2, 3], rate: 'auto', recipe }
const dying = new URL('dying.mjs', import.meta.url)

describe('compare', () => {
  it('gives the same bits whatever the number of workers', async () => {
    const data = rings(150)
    const [none, one, three] = await Promise.all([0, 1, 3].map(workers => compare(data, { ...options, workers })))
    expect(none.trials.length).toBe(9)
    expect(none.failures).toEqual([])
    for (const other of [one, three]) {
      expect(other.trials.map(timeless)).toEqual(none.trials.map(timeless))
      expect(other.results.map(r => ({ ...r, stepMs: 0 }))).toEqual(none.results.map(r => ({ ...r, stepMs: 0 })))
      expect([other.rates, other.perceptron, other.verdict]).toEqual([none.rates, none.perceptron, none.verdict])
    }
  })

  it('names the machine', async () => {
    const { machine } = await compare(rings(50), { ...options, seeds: [1], rate: 0.01, workers: 1 })
    expect(machine.cores).toBeGreaterThan(0)
    expect(machine.node).toBe(process.version)
  })

  it('ends at once when told to, and keeps what is finished', async () => {
    const controller = new AbortController()
    // Hours of work, but for the first trial of each worker.
    const long = { ...options, rate: 0.01, recipe: { ...recipe, epochs: 1000 }, seeds: Array.from({ length: 1000 }, (_, i) => i) }
    let after = 0
    const onProgress = ({ done }: CompareProgress) => {
      if (controller.signal.aborted) after++
      if (done >= 2) controller.abort()
    }
    const comparison = await compare(rings(200), { ...long, workers: 2 }, { signal: controller.signal, onProgress })
    expect(comparison.trials.length).toBeGreaterThanOrEqual(1)
    expect(comparison.trials.length).toBeLessThanOrEqual(4)
    expect(comparison.planned).toBe(3000)
    expect(comparison.failures).toEqual([])
    expect(after).toBe(0)
  })

  it('does nothing where it was ended before', async () => {
    const comparison = await compare(rings(50), { ...options, workers: 2 }, { signal: AbortSignal.abort() })
    expect(comparison.trials).toEqual([])
    expect(comparison.results.map(r => r.n)).toEqual([0, 0, 0])
  })
})

describe('Pool', () => {
  it('fails the trials of a worker that dies, and goes on with another', async () => {
    const data = rings(100)
    const comparison = await compareOn(new Pool(data, 2, dying), data, { ...options, rate: 0.01, seeds: [1, 2, 3, 4] }, machine)
    expect(comparison.trials.map(t => t.spec.seed)).toEqual([1, 1, 1, 4, 4, 4])
    expect(comparison.failures.map(({ seed, message }) => [seed, message])).toEqual([
      ...activations.map(() => [2, 'its worker stopped with code 9']),
      ...activations.map(() => [3, 'its worker stopped with code 1: out of luck']),
    ])
    expect(comparison.verdict.join('\n')).toContain('1 run failed, of relu: its worker stopped with code 9.')
    expect(comparison.verdict.join('\n')).not.toContain('Interrupted')
  })

  it('tells what went wrong inside a worker that lives', async () => {
    const pool = new Pool(rings(2), 1)
    await expect(pool.perceptron(1)).rejects.toThrow('too few')
    await expect(pool.trial(specOf('relu'), () => undefined)).rejects.toThrow('too few')
    await pool.close()
    await expect(pool.perceptron(1)).rejects.toThrow('ended before it was done')
  })

  it('starts no more threads than there is work, and leaves shared data where they are', async () => {
    const data = rings(60)
    const x = new Float32Array(new SharedArrayBuffer(4 * data.x.length))
    x.set(data.x)
    const pool = new Pool({ ...data, x }, 8)
    const untouched = await pool.trial(specOf('relu'), () => undefined)
    // A worker sees what is written here later: there is one copy.
    x.fill(0)
    const cleared = await pool.trial(specOf('relu'), () => undefined)
    await pool.close()
    expect(timeless(cleared)).not.toEqual(timeless(untouched))
  })
})
