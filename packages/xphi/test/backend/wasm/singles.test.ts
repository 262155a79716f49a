import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Activation, activation, fromFormula } from '../../../src/activation/activation.ts'
import { type KernelRequest, planKernel } from '../../../src/backend/wasm/kernel.ts'
import type { KernelPlan } from '../../../src/backend/wasm/plan.ts'
import { emitKernel } from '../../../src/backend/wasm/template.ts'
import { catalogue } from '../../../src/catalogue/index.ts'
import { nextDown, nextUp } from '../../../src/number/index.ts'

const jobs = ['map', 'backward', 'map+slope'] as const
const memory = new WebAssembly.Memory({ initial: 64 })

type Kind = 'uniform' | 'double' | 'single'
/** How a kernel may be given that value. */
const kindsOf = (value: number): readonly Kind[] => (Math.fround(value) === value ? ['uniform', 'double', 'single'] : ['uniform', 'double'])

const places = [0, 2 ** -149, 3 * 2 ** -149, 2 ** -126, 2 ** -75, 0.1, 0.5, 1, 3, 6, 4097.5, 2 ** 64, 2 ** 126, 2 ** 127, Infinity]
const sides = places.flatMap(p => {
  const v = Math.fround(p)
  return v === Infinity ? [v, nextDown(v, 'f32')] : [v, nextUp(v, 'f32'), nextDown(v, 'f32')]
})
const strata = [...new Set([Number.NaN, ...sides, ...sides.map(v => -v), 0, -0].map(v => Math.fround(v)))]

/** Singles of any bits. */
function anyBits(count: number, seed: number): Float32Array {
  let state = seed
  const bits = new Uint32Array(count).map(() => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) ^ (state >>> 16))
  return new Float32Array(bits.buffer)
}

/** Columns of all combinations of the strata, and then of any bits. */
function columns(count: number): readonly Float32Array[] {
  const some = count < 3 ? strata : strata.filter((_, i) => i % 3 !== 1)
  const grid = some.length ** count
  return Array.from({ length: count }, (_, k) => {
    const step = some.length ** k
    return Float32Array.from([...Array.from({ length: grid }, (_, i) => some[Math.floor(i / step) % some.length]), ...anyBits(3001, k + 7)])
  })
}

/** The bits of all outputs; every NaN is one. */
function bitsOf(plan: KernelPlan, inputs: readonly Float32Array[], parameters: readonly number[]): Uint32Array {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(emitKernel(plan)), { e: { m: memory } })
  const { length } = inputs[0]
  const { outputs } = plan.shape
  const at = (array: number): number => 64 + 4 * length * array
  inputs.forEach((column, i) => void new Float32Array(memory.buffer, at(i), length).set(column))
  const after = 8 * Math.ceil(at(inputs.length + outputs.length) / 8)
  const view = new DataView(memory.buffer)
  plan.shape.parameters.forEach((name, i) => {
    if (plan.double.has(name)) view.setFloat64(after + 8 * i, parameters[i], true)
    else view.setFloat32(after + 8 * i, parameters[i], true)
  })
  const arrays = [...inputs, ...outputs].flatMap((_, i) => [at(i), 0])
  ;(exports.run as (...numbers: readonly number[]) => void)(1, length, ...arrays, ...parameters.map((_, i) => after + 8 * i))
  const results = new Float32Array(memory.buffer, at(inputs.length), outputs.length * length).map(v => (v === v ? v : Number.NaN))
  return new Uint32Array(results.buffer)
}

/** Whether there is a single tape; fails where its results are not those of the plain one. */
function agree(a: Activation, job: KernelRequest['job'], kind: Kind, parameters: readonly number[]): boolean {
  const kinds = Object.fromEntries(Object.keys(a.parameters).map(n => [n, kind]))
  const { plan } = planKernel({ activation: a, job, type: 'f32', parameters: kinds })
  const { singles, ...plain } = plan
  if (!singles) return false
  const inputs = columns(plan.shape.inputs.length)
  const [given, expected] = [bitsOf(plan, inputs, parameters), bitsOf(plain, inputs, parameters)]
  given.forEach((v, i) => {
    if (v === expected[i]) return
    const where = inputs.map(column => column[i % column.length]).join(', ')
    expect.fail(`${a.name} (${a.formula}) ${job} at ${where}: ${v.toString(16)}, expected ${expected[i].toString(16)}`)
  })
  return true
}

const names = catalogue.filter(e => e.kind !== 'row').map(e => e.name)

describe('exact kernels on singles', () => {
  test('are those whose results are rounded once', () => {
    const onSingles = names.filter(name => {
      const a = activation(name)
      const parameters = Object.fromEntries(Object.keys(a.parameters).map(n => [n, 'double' as const]))
      return planKernel({ activation: a, job: 'map', type: 'f32', parameters }).plan.singles
    })
    expect(onSingles.sort()).toEqual(
      'bilinear hard_tanh hardshrink identity reglu relu relu2 relu6 sign_threshold threshold thresholded_relu'.split(' '),
    )
    const trained = planKernel({ activation: activation('prelu'), job: 'map', type: 'f32', parameters: { alpha: 'channel' } })
    expect(trained.plan.singles).toBeDefined()
    expect(trained.mode).toBe('exact')
  })

  test('have the bits of doubles that are rounded once, at every kind of number', () => {
    let seen = 0
    for (const name of names) {
      const a = activation(name)
      const own = Object.values(a.parameters)
      for (const job of jobs) {
        for (const value of own.length ? [own[0], 0.1, -0, 2 ** -149, 1e-300, 1e300, -3] : [0]) {
          for (const kind of kindsOf(value)) seen += Number(agree(a, job, kind, own.length ? [value, ...own.slice(1)] : []))
        }
      }
    }
    expect(seen).toBeGreaterThan(100)
  })

  test('have them for formulas of one kind or another', () => {
    const { formula } = fc.letrec<{ formula: string }>(tie => {
      const sub = tie('formula')
      const leaf = fc.constantFrom('x', 'x', 'x', 'a', '0', '1', '2', '0.5', '3', '0.1', '(-1)', '4')
      const pair = fc.tuple(sub, sub)
      return {
        formula: fc.oneof(
          { maxDepth: 3 },
          leaf,
          fc.tuple(sub, fc.constantFrom('+', '-', '*', '/'), sub).map(([p, op, q]) => `(${p} ${op} ${q})`),
          pair.map(([p, q]) => `max(${p}, ${q})`),
          pair.map(([p, q]) => `min(${p}, ${q})`),
          sub.map(p => `abs(${p})`),
          fc.tuple(sub, fc.constantFrom('<', '<=', '=='), sub, sub, sub).map(([p, op, q, r, s]) => `(${p} ${op} ${q} ? ${r} : ${s})`),
        ),
      }
    })
    let seen = 0
    fc.assert(
      fc.property(
        formula,
        fc.constantFrom(...jobs),
        fc.constantFrom(...kindsOf(1)),
        fc.constantFrom(0.1, 1, -0, 1e300),
        (text, job, kind, value) => {
          let a: Activation
          try {
            a = fromFormula('own', text, text.includes('a)') || /\ba\b/.test(text) ? { a: value } : {})
          } catch {
            return
          }
          seen += Number(agree(a, job, kindsOf(value).includes(kind) ? kind : 'double', Object.values(a.parameters)))
        },
      ),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})
