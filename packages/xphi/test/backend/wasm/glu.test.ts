import { describe, expect, it } from 'vitest'
import { activation, fromFormula } from '../../../src/formula.ts'
import { functionOf } from '../../../src/backend/typescript/define.ts'
import { catalogue } from '../../../src/catalogue/index.ts'
import type { GatedScalar } from '../../../src/activation/functions.ts'
import { type GluParameters, gluLayer } from '../../../src/wasm.ts'

const gated = catalogue.filter(entry => entry.kind === 'gated').map(entry => activation(entry.name))
const own = fromFormula('mine', 'gate * sigmoid(b * gate) * value', { b: 1.3 })
// Its kernels read a table.
const wave = fromFormula('wave', 'sin(gate) * value')

// A small generator whose numbers are exact in f32.
const numbers = (count: number, seed: number): Float32Array => {
  let state = seed
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 16) / 32768 - 1
  })
}

const [rows, inputs, units] = [5, 7, 6]
const x = numbers(rows * inputs, 1)
const dy = numbers(rows * units, 2)
const plain = { W: numbers(inputs * units, 3), V: numbers(inputs * units, 4) }
const biased = { ...plain, b: numbers(units, 5), c: numbers(units, 6) }

/** The same in plain loops over doubles. */
function reference(f: GatedScalar, { W, V, b, c }: GluParameters) {
  const project = (weight: Float32Array, bias: Float32Array | undefined, r: number, u: number): number => {
    let sum = bias?.[u] ?? 0
    for (let i = 0; i < inputs; i++) sum += x[r * inputs + i] * weight[i * units + u]
    return sum
  }
  const y = new Float64Array(rows * units)
  const gradient = {
    x: new Float64Array(x.length),
    W: new Float64Array(W.length),
    V: new Float64Array(V.length),
    b: new Float64Array(units),
    c: new Float64Array(units),
  }
  for (let r = 0; r < rows; r++)
    for (let u = 0; u < units; u++) {
      const [gate, value] = [project(W, b, r, u), project(V, c, r, u)]
      const slope = f.derivative(gate, value)
      const [dgate, dvalue] = [slope.gate * dy[r * units + u], slope.value * dy[r * units + u]]
      y[r * units + u] = f(gate, value)
      gradient.b[u] += dgate
      gradient.c[u] += dvalue
      for (let i = 0; i < inputs; i++) {
        gradient.W[i * units + u] += dgate * x[r * inputs + i]
        gradient.V[i * units + u] += dvalue * x[r * inputs + i]
        gradient.x[r * inputs + i] += dgate * W[i * units + u] + dvalue * V[i * units + u]
      }
    }
  return { y, gradient }
}

/** The largest difference as a share of the largest number. */
const distance = (a: ArrayLike<number>, b: Float64Array): number => {
  expect(a.length).toBe(b.length)
  return Math.max(...b.map((v, i) => Math.abs(v - a[i]))) / Math.max(...b.map(Math.abs))
}

describe.each([...gated, own, wave].map(a => [a.name, a] as const))('%s as a layer', (_, a) => {
  it.each([
    ['without biases', plain],
    ['with both', biased],
    ['with b alone', { ...plain, b: biased.b }],
  ])('is the product, gate and product in doubles, %s', async (_, parameters) => {
    const layer = await gluLayer(a, { inputs, units })
    const expected = reference(functionOf(a) as GatedScalar, parameters)
    expect(distance(layer.forward(x, parameters), expected.y)).toBeLessThan(1e-6)
    const gradient = layer.backward(x, parameters, dy)
    for (const name of ['x', 'W', 'V', 'b', 'c'] as const) {
      const ours = gradient[name]
      if (name !== 'x' && !(name in parameters)) expect(ours).toBeUndefined()
      else expect(distance(ours!, expected.gradient[name]), name).toBeLessThan(1e-6)
    }
  })
})

describe('a gated layer', () => {
  it('writes into out, and takes another number of rows at each call', async () => {
    const layer = await gluLayer(activation('swiglu'), { inputs, units })
    const big = numbers(1000 * inputs, 7)
    const whole = layer.forward(big, plain)
    const out = new Float32Array(units)
    expect(layer.forward(big.slice(0, inputs), plain, out)).toBe(out)
    expect(out).toEqual(whole.slice(0, units))
    expect(layer.forward(new Float32Array(0), plain)).toHaveLength(0)
  })

  it('refuses what does not fit, with the sizes', async () => {
    await expect(gluLayer(activation('gelu'), { inputs, units })).rejects.toThrow('gelu is pointwise')
    await expect(gluLayer(activation('glu'), { inputs: 0, units })).rejects.toThrow('inputs must be a positive integer, got 0')
    const layer = await gluLayer(activation('glu'), { inputs, units })
    expect(() => layer.forward(x.slice(1), plain)).toThrow('x has 34 numbers, which are no rows of 7')
    expect(() => layer.forward(x, { ...plain, V: new Float32Array(3) })).toThrow('V has 3 numbers, expected 42')
    expect(() => layer.forward(x, { ...plain, b: new Float32Array(5) })).toThrow('b has 5 numbers, expected 6')
    expect(() => layer.backward(x, plain, new Float32Array(1))).toThrow('dy has 1 numbers, expected 30')
    expect(() => layer.forward(x, plain, new Float32Array(2))).toThrow('out has 2 numbers, expected 30')
  })
})
