// Whole trainings against the recipe in plain loops over doubles, written by its definition and apart from the engine.
import { describe, expect, it } from 'vitest'
import { formats, type LowFormat, roundTo } from 'xphi/number'
import { createModel, fp8, type HiddenRounding, type Precision, Random } from '../../src/index.ts'

type Matrix = readonly (readonly number[])[]
type Rounds = (matrix: Matrix) => Matrix

const [inputs, units, batch, steps, history] = [5, 8, 16, 25, 3]
const columns = (m: Matrix) => m[0].map((_, j) => m.map(row => row[j]))
const product = (a: Matrix, b: Matrix): Matrix => a.map(row => b.map(other => row.reduce((sum, v, i) => sum + v * other[i], 0)))
const peak = (m: Matrix) => Math.max(...m.flat().map(Math.abs))
const channelPeaks = (m: Matrix) => columns(m).map(column => peak([column]))
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

function grid(format: LowFormat, m: Matrix, scaleOf: (column: number) => number): Matrix {
  return m.map(row => row.map((v, j) => roundTo(format, Math.fround(v) * scaleOf(j), { saturate: true }) / scaleOf(j)))
}

/** Scales from what went before, and at first from the tensor itself. */
function delayed(format: LowFormat, perChannel = false): Rounds {
  const past: number[][] = []
  return m => {
    const now = perChannel ? channelPeaks(m) : [peak(m)]
    const used = past.length === 0 ? now : now.map((_, i) => Math.max(...past.slice(-history).map(peaks => peaks[i])))
    past.push(now)
    return grid(format, m, j => formats[format].maximum / used[perChannel ? j : 0])
  }
}

const times = (m: Matrix, factors: readonly number[]) => m.map(row => row.map((v, j) => v * factors[j]))
const inverse = (factors: readonly number[]) => factors.map(f => 1 / f)

/** How h and the weights after it are rounded. */
function hiddenOf(arm: HiddenRounding): (h: Matrix, w3: Matrix) => readonly [Matrix, Matrix] {
  const [roundsHidden, roundsWeight] = [delayed('e4m3', arm === 'channel'), delayed('e4m3')]
  return (h, w3) => {
    const s = channelPeaks(h).map(most => 2 ** Math.floor(Math.log2(1 / most)))
    if (arm === 'smooth') return [times(roundsHidden(times(h, s)), inverse(s)), roundsWeight(w3)]
    if (arm === 'smooth-folded') return [times(roundsHidden(times(h, s)), inverse(s)), times(roundsWeight(times(w3, inverse(s))), s)]
    if (arm === 'bf16') return [grid('bf16', h, () => 1), roundsWeight(w3)]
    if (arm === 'just-in-time') return [grid('e4m3', h, () => 448 / peak(h)), roundsWeight(w3)]
    return [roundsHidden(h), roundsWeight(w3)]
  }
}

interface Weights {
  w1: Matrix
  w2: Matrix
  w3: Matrix
}

/** Squared error of y = W3 (W1 x * swish(W2 x)) over the steps of gradient descent. */
function reference(arm: HiddenRounding, start: Weights, batches: readonly (readonly [Matrix, Matrix])[], rate: number): number[] {
  const [qx, q1, q2] = ['e4m3', 'e4m3', 'e4m3'].map(() => delayed('e4m3'))
  const [g1, g2, g3] = [1, 2, 3].map(() => delayed('e5m2'))
  const rounds = hiddenOf(arm)
  let { w1, w2, w3 } = start
  return batches.map(([given, target]) => {
    const [x, a, b] = [qx(given), q1(w1), q2(w2)]
    const [value, gate] = [product(x, a), product(x, b)]
    const h = value.map((row, r) => row.map((v, u) => v * gate[r][u] * sigmoid(gate[r][u])))
    const [hq, c] = rounds(h, w3)
    const y = product(hq, c)
    const dy = g3(y.map((row, r) => row.map((v, j) => (2 * (v - target[r][j])) / batch)))
    const dh = product(dy, columns(c))
    const dValue = g1(dh.map((row, r) => row.map((d, u) => d * gate[r][u] * sigmoid(gate[r][u]))))
    const slope = (g: number) => sigmoid(g) * (1 + g * sigmoid(-g))
    const dGate = g2(dh.map((row, r) => row.map((d, u) => d * value[r][u] * slope(gate[r][u]))))
    const descend = (w: Matrix, d: Matrix, from: Matrix): Matrix => {
      const gradient = product(columns(d), columns(from))
      return w.map((row, u) => row.map((v, i) => v - rate * gradient[u][i]))
    }
    ;[w1, w2, w3] = [descend(w1, dValue, x), descend(w2, dGate, x), descend(w3, dy, hq)]
    return y.reduce((sum, row, r) => sum + (row[0] - target[r][0]) ** 2, 0) / batch
  })
}

const arms: readonly HiddenRounding[] = ['delayed', 'just-in-time', 'channel', 'bf16', 'smooth', 'smooth-folded']

describe('a network in FP8 trains as the recipe in doubles', () => {
  const random = new Random(21)
  const rows = (count: number, width: number, deviation: number): Matrix =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => Math.fround(deviation * random.normal())))
  // Some batches are ten times as large, so that delayed scales saturate and flush.
  const batches = Array.from({ length: steps }, (_, i) => [rows(batch, inputs, i % 6 === 4 ? 1.6 : 0.5), rows(batch, 1, 1)] as const)
  const start = { w1: rows(units, inputs, 0.7), w2: rows(units, inputs, 0.7), w3: rows(1, units, 0.3) }
  const rate = 0.02

  const train = async (precision?: Precision): Promise<number[]> => {
    const model = await createModel({
      inputs,
      layers: [
        { kind: 'gated', activation: 'swiglu', units, bias: false },
        { kind: 'linear', units: 1, bias: false },
      ],
      loss: 'mse',
      batch,
      seed: 1,
      ...(precision && { precision }),
    })
    model.parameters[0].values.set([...start.w2, ...start.w1].flat())
    model.parameters[1].values.set(start.w3.flat())
    return batches.map(([x, y]) => model.step(x.flat(), y.flat(), { kind: 'sgd', rate }))
  }
  const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((v, i) => Math.abs(v / b[i] - 1)))

  it.each(arms)('%s', async arm => {
    const ours = await train(fp8(arm, history))
    const expected = reference(arm, start, batches, rate)
    expect(apart(ours, expected)).toBeLessThan(1e-5)
    // The arms are far from each other, and from f32.
    for (const other of arms) if (other !== arm) expect(apart(ours, reference(other, start, batches, rate)), other).toBeGreaterThan(1e-3)
    expect(apart(ours, await train())).toBeGreaterThan(1e-3)
  })
})
