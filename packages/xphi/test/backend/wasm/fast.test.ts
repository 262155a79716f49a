import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Activation, activation, fromFormula } from '../../../src/activation/activation.ts'
import type { GatedScalar, PointwiseScalar } from '../../../src/activation/functions.ts'
import { functionOf } from '../../../src/backend/typescript/define.ts'
import { singleRunner } from '../../../src/backend/typescript/single.ts'
import { compile } from '../../../src/backend/wasm/compile.ts'
import { kernelBytes } from '../../../src/backend/wasm/bytes.ts'
import { planFast } from '../../../src/backend/wasm/fast.ts'
import { planKernel } from '../../../src/backend/wasm/kernel.ts'
import { catalogue } from '../../../src/catalogue/index.ts'
import * as scalars from '../../../src/scalar/index.ts'
import { nextDown, nextUp, ulp } from '../../../src/number/index.ts'

const builtins = new Map<string, unknown>(Object.entries(scalars))
const pointwise = catalogue.filter(e => e.kind === 'pointwise')
const doubled = (a: { readonly parameters: Readonly<Record<string, number>> }) =>
  Object.fromEntries(Object.keys(a.parameters).map(n => [n, 'double' as const]))

/** Every `stride`-th single, NaN left out. */
function swept(stride: number): Float32Array {
  const bits = new Uint32Array(Math.floor(2 ** 32 / stride)).map((_, i) => i * stride)
  return new Float32Array(bits.buffer).filter(x => x === x)
}

/** The neighbours of the ends of the fast intervals, of zeros of derivatives, of kinks and of the ranges' ends. */
function landmarks(): Float32Array {
  const places = [0, 2 ** -149, 2 ** -126, 0.5, 1, 3, 6, 10, 40, 80, 80 / 1.702, 87.3, 88.7, 103.9, 2 ** 40, 2 ** 127]
  const zeros = [0.7517915246935645, 1.278464542761073, 1.192431214515495, 0.7524614220710163, 1.278464542761073 / 1.702]
  const around = [...places, ...zeros].flatMap(p => {
    const near = [Math.fround(p)]
    let [up, down] = [near[0], near[0]]
    for (let i = 0; i < 64; i++) {
      up = nextUp(up, 'f32')
      down = nextDown(down, 'f32')
      near.push(up, down)
    }
    return near
  })
  return Float32Array.from(around.flatMap(x => [x, -x]).filter(Number.isFinite))
}

const points = Float32Array.from([...swept(16411), ...landmarks()])
const ones = new Float32Array(points.length).fill(1)

/** The worst error in ulps of f32 against a function of doubles, and where. */
function worst(actual: Float32Array, exact: (x: number) => number): { readonly ulps: number; readonly at: number } {
  let [ulps, at] = [0, 0]
  for (let i = 0; i < points.length; i++) {
    const y = exact(points[i])
    if (Object.is(Math.fround(y), actual[i])) continue
    const error = Math.abs(actual[i] - y) / ulp(Math.min(Math.abs(y), 3.4028234663852886e38), 'f32')
    if (!(error <= ulps)) [ulps, at] = [error, points[i]]
  }
  return { ulps, at }
}

// Those on singles already, and those that on singles take as many instructions as on doubles.
const exact: Readonly<Record<'map' | 'backward', ReadonlySet<string>>> = {
  map: new Set('threshold sign_threshold relu prelu identity hardshrink softshrink hard_tanh relu6 thresholded_relu relu2'.split(' ')),
  backward: new Set(
    'threshold sign_threshold relu prelu identity hardshrink softshrink hard_tanh relu6 thresholded_relu relu2 gelu_tanh mish squareplus'.split(
      ' ',
    ),
  ),
}

describe.each(pointwise)('$name in fast mode', entry => {
  const a = activation(entry.name) as Activation<'pointwise'>
  const scalar = builtins.get(entry.name) as PointwiseScalar

  test('is within 4 ulp over the whole range, value and derivative', async () => {
    const kernel = await compile(a, { mode: 'fast' })
    for (const job of ['map', 'backward'] as const) {
      const expected = exact[job].has(entry.name) ? { mode: 'exact', why: 'the exact kernel takes no longer' } : { mode: 'fast' }
      expect(kernel.mode[job], job).toEqual(expected)
    }
    const value = worst(kernel.map(points), x => scalar(x))
    expect(value.ulps, `value at ${value.at}`).toBeLessThanOrEqual(4)
    const slope = worst(kernel.backward(points, ones), x => scalar.derivative(x))
    expect(slope.ulps, `derivative at ${slope.at}`).toBeLessThanOrEqual(4)
  })

  test('keeps NaN, infinities and the sign of zero as the exact kernel does', async () => {
    const [fast, exact] = await Promise.all([compile(a, { mode: 'fast' }), compile(a)])
    const x = Float32Array.of(Number.NaN, Infinity, -Infinity, 0, -0)
    expect(fast.map(x)).toEqual(exact.map(x))
    const ends = x.subarray(0, 3)
    expect(fast.backward(ends, ones.subarray(0, 3))).toEqual(exact.backward(ends, ones.subarray(0, 3)))
  })

  test('has the same bits in TypeScript and WebAssembly where the tape holds, and those of the exact kernel elsewhere', async () => {
    const { plan } = planKernel({ activation: a, job: 'map', type: 'f32', parameters: doubled(a) }, { fast: planFast })
    if (!plan.singles) return
    const run = singleRunner(plan.singles)
    const [fast, exact] = await Promise.all([compile(a, { mode: 'fast' }), compile(a)])
    const x = points.filter((_, i) => i % 37 === 0)
    const [y, otherwise] = [fast.map(x), exact.map(x)]
    let held = 0
    x.forEach((v, i) => {
      const [result, holds] = run({ ...a.parameters, x: v })
      held += holds
      if (!Object.is(y[i], holds ? result : otherwise[i])) expect.fail(`${y[i]} at ${v}, expected ${holds ? result : otherwise[i]}`)
    })
    expect(held).toBeGreaterThan(x.length / 4)
  })
})

describe('a fast kernel', () => {
  test('gives an element the same result whatever stands beside it and wherever it stands', async () => {
    const kernel = await compile(activation('gelu'), { mode: 'fast' })
    const wild = fc.oneof(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, 50, -13, 0, -0, 1e38),
    )
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 23 }), list => {
        const x = Float32Array.from(list)
        const alone = x.map(v => kernel.map(Float32Array.of(v))[0])
        expect(kernel.map(x)).toEqual(alone)
      }),
    )
  })

  test('writes in place and nothing beyond the array', async () => {
    const kernel = await compile(activation('silu'), { mode: 'fast' })
    for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 11]) {
      const x = Float32Array.from({ length }, (_, i) => (i === 2 ? -90 : i - 3))
      const y = kernel.map(x)
      expect(kernel.map(x, x)).toBe(x)
      expect(x).toEqual(y)
    }
  })

  test('takes gates, packed and apart, products of any size included', async () => {
    for (const name of ['glu', 'swiglu', 'reglu', 'bilinear', 'gtu'] as const) {
      const a = activation(name)
      const f = functionOf(a) as GatedScalar
      const kernel = await compile(a, { mode: 'fast' })
      expect(kernel.mode.map.mode).toBe(name === 'reglu' || name === 'bilinear' ? 'exact' : 'fast')
      const side = fc.oneof(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: -120, max: 120, noNaN: true }),
        fc.float({ noNaN: true }),
      )
      fc.assert(
        fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 9 }), pairs => {
          const [gate, value] = [0, 1].map(k => Float32Array.from(pairs, p => p[k]))
          const y = kernel.map(gate, value)
          expect(kernel.mapPacked(Float32Array.from([...gate, ...value]), pairs.length)).toEqual(y)
          y.forEach((actual, i) => {
            if (!Number.isFinite(gate[i]) || !Number.isFinite(value[i])) return
            const exact = f(gate[i], value[i])
            if (Object.is(Math.fround(exact), actual)) return
            expect(Math.abs(actual - exact) / ulp(Math.abs(exact), 'f32'), `${gate[i]}, ${value[i]}`).toBeLessThanOrEqual(4)
          })
        }),
      )
    }
  })

  test('reads parameters as singles, one for all or one a channel, and writes value and slope together', async () => {
    const memory = new WebAssembly.Memory({ initial: 1 })
    const floats = new Float32Array(memory.buffer)
    const [rows, length, at] = [3, 7, { x: 64, y: 256, dx: 448, parameter: 640 }]
    for (const name of ['swish', 'prelu', 'celu', 'softshrink']) {
      for (const kind of ['uniform', 'channel'] as const) {
        const a = activation(name)
        const parameter = Object.keys(a.parameters)[0]
        const results: Float32Array[] = []
        for (const mode of ['exact', 'fast'] as const) {
          floats.fill(0)
          for (let i = 0; i < rows * length; i++) floats[at.x / 4 + i] = i === 5 ? -300 : (i - 9) / 2
          for (let i = 0; i < length; i++) floats[at.parameter / 4 + i] = kind === 'uniform' && i > 0 ? Number.NaN : 0.3 + i / 8
          const bytes = kernelBytes({ activation: a, job: 'map+slope', type: 'f32', mode, parameters: { [parameter]: kind } })
          const { instance } = await WebAssembly.instantiate(bytes, { e: { m: memory } })
          const run = instance.exports.run as (...p: readonly number[]) => void
          run(rows, length, at.x, 4 * length, at.y, 4 * length, at.dx, 4 * length, at.parameter)
          results.push(floats.slice(at.y / 4, at.parameter / 4))
        }
        const [exact, fast] = results
        expect(exact.some(v => v !== 0)).toBe(true)
        fast.forEach((v, i) => {
          expect(Math.abs(v - exact[i]) / ulp(Math.abs(exact[i]), 'f32'), `${name} ${kind} ${i}`).toBeLessThanOrEqual(4)
        })
      }
    }
  })

  test('compares with parameters and constants that are no singles as if they were not rounded', async () => {
    for (const threshold of [0.1, 0.3, 1 / 3]) {
      const kernel = await compile(fromFormula('cut', `x < ${threshold} ? -1 : 1`), { mode: 'fast' })
      const given = await compile(fromFormula('given', 'x < t ? -1 : 1', { t: threshold }), { mode: 'fast' })
      const x = Float32Array.of(nextDown(Math.fround(threshold), 'f32'), Math.fround(threshold), nextUp(Math.fround(threshold), 'f32'))
      const expected = x.map(v => (v < threshold ? -1 : 1))
      expect(kernel.map(x)).toEqual(expected)
      expect(given.map(x)).toEqual(expected)
    }
  })

  test('says where a formula has no fast form, and is the exact kernel there', async () => {
    const x = points.subarray(0, 999)
    for (const text of ['x * erf(x)', 'exp(x) < 2 ? x : 1', 'log(1 + x ^ 2)', 'tanh(exp(x))'] as const) {
      const a = fromFormula('own', text)
      const [fast, exact] = await Promise.all([compile(a, { mode: 'fast' }), compile(a)])
      expect(fast.mode.map).toEqual({ mode: 'exact', why: expect.any(String) })
      expect(fast.map(x)).toEqual(exact.map(x))
    }
    const row = await compile(activation('softmax'), { mode: 'fast' })
    expect(row.mode.backward).toEqual({ mode: 'exact', why: 'row functions are summed in doubles' })
    expect((await compile(activation('gelu'))).mode).toEqual({ map: { mode: 'exact' }, backward: { mode: 'exact' } })
  })
})
