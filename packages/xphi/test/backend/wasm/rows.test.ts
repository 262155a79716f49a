import { describe, expect, test } from 'vitest'
import { type Activation, activation, expressionOf, fromFormula } from '../../../src/activation/activation.ts'
import type { RowFunction } from '../../../src/activation/functions.ts'
import { functionOf } from '../../../src/backend/typescript/define.ts'
import { kernelBytes, kernelScratch, kernelTables, planOf } from '../../../src/backend/wasm/bytes.ts'
import { compile } from '../../../src/backend/wasm/compile.ts'
import type { KernelRequest } from '../../../src/backend/wasm/kernel.ts'
import { emitKernel } from '../../../src/backend/wasm/template.ts'
import { gradients } from '../../../src/differentiate/index.ts'
import { input, integer, interpret } from '../../../src/ir/index.ts'
import { exactArithmetic } from '../../../src/lower/exact.ts'
import { lower } from '../../../src/lower/lower.ts'
import { createBigArithmetic, fromNumber, ulpDistance } from '../../../src/number/index.ts'

const memory = new WebAssembly.Memory({ initial: 4 })
const places = { parameter: 64, x: 1024, dy: 8192, out: 16384, tables: 32768, scratch: 131072 }

/** A random number in -1..1 at each call. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return (2 * state) / 2147483647 - 1
  }
}

/** What a kernel's bytes make of rows, where `out` is; everything that it should not touch holds 77. */
function run(bytes: Uint8Array<ArrayBuffer>, request: KernelRequest, x: Float32Array, dy: Float32Array, length: number, out: number) {
  const { run: kernel } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { m: memory } }).exports as {
    run: (...numbers: number[]) => void
  }
  const all = new Float32Array(memory.buffer)
  all.fill(77)
  new Float64Array(memory.buffer, places.parameter, 1)[0] = Object.values(request.activation.parameters)[0] ?? 0
  all.set(x, places.x / 4)
  all.set(dy, places.dy / 4)
  let next = places.tables
  const tables = kernelTables(request).map(({ values }) => {
    new Float64Array(memory.buffer, next, values.length).set(values)
    next += values.byteLength
    return next - values.byteLength
  })
  const inputs = request.job === 'map' ? [places.x] : [places.x, places.dy]
  const arrays = [...inputs, out].flatMap(at => [at, 4 * length])
  const parameters = Object.keys(request.activation.parameters).map(() => places.parameter)
  kernel(x.length / length, length, ...arrays, ...parameters, ...tables, places.scratch)
  return { y: all.slice(out / 4, out / 4 + x.length), all }
}

const requestOf = (name: string, job: 'map' | 'backward'): KernelRequest => {
  const a = activation(name)
  return { activation: a, job, type: 'f32', parameters: Object.fromEntries(Object.keys(a.parameters).map(p => [p, 'double'])) }
}

/** The kernel whose rows are 7 where they are not certain. */
function onlyCertain(request: KernelRequest): Uint8Array<ArrayBuffer> {
  const { plan } = planOf(request)
  expect(plan.again).toBeDefined()
  return emitKernel({ ...plan, again: lower([integer(7)], 'precise') })
}

const exact = exactArithmetic(createBigArithmetic(400))

/** Rows of 9 whose gradient comes ever nearer to 0 in the first element. */
function cancelling(name: string): { readonly x: Float32Array; readonly dy: Float32Array; readonly rows: number } {
  const next = random(7)
  const [gradient] = gradients(expressionOf(activation(name)), input('dy'), [input('x')])
  const rows = Array.from({ length: 40 }, (_, r) => {
    const x = Float32Array.from({ length: 9 }, () => next() * (r % 3 === 0 ? 30 : 3))
    const dy = Float32Array.from({ length: 9 }, next)
    const parameters = Object.fromEntries(Object.entries(activation(name).parameters).map(([p, v]) => [p, fromNumber(v)]))
    const at = (first: number): number =>
      createBigArithmetic(400).toNumber(
        interpret(gradient, exact, {
          inputs: { x: Array.from(x, fromNumber), dy: [fromNumber(first), ...Array.from(dy.subarray(1), fromNumber)] },
          parameters,
        })[0],
      )
    // Linear in dy: where it vanishes, and 2^-r beside that.
    const slope = at(1) - at(0)
    dy[0] = (-at(0) / slope) * (1 + 2 ** -r)
    return { x, dy }
  })
  const joined = (of: 'x' | 'dy') => Float32Array.from(rows.flatMap(row => [...row[of]]))
  return { x: joined('x'), dy: joined('dy'), rows: rows.length }
}

describe.each(['softmax', 'log_softmax', 'solu', 'layernorm'])('the gradient of %s', name => {
  const request = requestOf(name, 'backward')
  const { x, dy, rows } = cancelling(name)

  test('is within 0.51 ulp, element by element, where plain doubles are certain of it, and they are not where it vanishes', () => {
    const a = activation(name)
    const [gradient] = gradients(expressionOf(a), input('dy'), [input('x')])
    const parameters = Object.fromEntries(Object.entries(a.parameters).map(([p, v]) => [p, fromNumber(v)]))
    const { y } = run(onlyCertain(request), request, x, dy, 9, places.out)
    const settled: boolean[] = []
    for (let r = 0; r < rows; r++) {
      const row = (v: Float32Array) => v.subarray(9 * r, 9 * r + 9)
      settled.push(!row(y).every(v => v === 7))
      if (!settled[r]) continue
      const inputs = { x: Array.from(row(x), fromNumber), dy: Array.from(row(dy), fromNumber) }
      interpret(gradient, exact, { inputs, parameters }).forEach((v, i) => {
        expect(ulpDistance(row(y)[i], v, 'f32'), `element ${i} of row ${r}`).toBeLessThanOrEqual(0.51)
      })
    }
    expect(settled.slice(0, 10).filter(s => s).length).toBeGreaterThan(7)
    expect(settled.slice(-12).filter(s => s).length).toBeLessThan(3)
  })

  test('is the same in place of either input, certain or not', () => {
    const bytes = kernelBytes(request)
    const { y } = run(bytes, request, x, dy, 9, places.out)
    expect(run(bytes, request, x, dy, 9, places.x).y).toEqual(y)
    expect(run(bytes, request, x, dy, 9, places.dy).y).toEqual(y)
  })
})

test('a row function writes to its output and as much of the scratch memory as it says', () => {
  const next = random(3)
  for (const name of ['softmax', 'log_softmax', 'solu', 'solu_ln', 'layernorm']) {
    for (const job of ['map', 'backward'] as const) {
      const request = requestOf(name, job)
      const bytes = kernelBytes(request)
      for (const length of [1, 2, 3, 4, 5, 7, 8, 9, 16, 19]) {
        const [x, dy] = [2, 1].map(by => Float32Array.from({ length: 3 * length }, () => by * next()))
        const { y, all } = run(bytes, request, x, dy, length, places.out)
        expect(y).not.toContain(77)
        const end = (places.scratch + kernelScratch(request, length)) / 4
        const around = [
          all.subarray((places.x + 4 * x.length) / 4, places.dy / 4),
          all.subarray((places.dy + 4 * x.length) / 4, places.out / 4),
          all.subarray((places.out + 4 * x.length) / 4, places.tables / 4),
          all.subarray(end),
        ]
        for (const [i, part] of around.entries())
          expect(
            part.every(v => v === 77),
            `${name} ${job} ${length} ${i}`,
          ).toBe(true)
      }
    }
  }
})

test('an element depends on its row alone, wherever that lies', async () => {
  const next = random(11)
  const [x, dy] = [3, 1].map(by => Float32Array.from({ length: 23 * 5 }, () => by * next()))
  for (const name of ['softmax', 'solu_ln']) {
    const kernel = await compile(activation(name) as Activation<'row'>)
    const whole = kernel.backward(x, dy, undefined, { length: 23 })
    for (let r = 0; r < 5; r++) {
      const row = (v: Float32Array) => v.slice(23 * r, 23 * r + 23)
      expect(kernel.backward(row(x), row(dy))).toEqual(row(whole))
    }
  }
})

test('NaN in a row is its greatest element', async () => {
  for (const length of [1, 2, 5, 8, 13]) {
    for (let at = 0; at < length; at++) {
      const x = Float32Array.from({ length }, (_, i) => (i === at ? Number.NaN : i))
      const y = (await compile(fromFormula('own', 'rowmax(x) + 0 * x'))).map(x)
      expect([...y], `${at} of ${length}`).toEqual(Array(length).fill(Number.NaN))
    }
  }
})

test('parameters keep their value whatever their name', async () => {
  const x = Float64Array.of(1, 3)
  for (const name of ['r0', 'r1', 'length', 'kept0', 'scale']) {
    const a = fromFormula('own', `exp(x - rowmax(x)) / rowsum(exp(x - rowmax(x))) * ${name} + rowsum(1)`, {
      [name]: 0,
    }) as Activation<'row'>
    const kernel = await compile(a)
    for (const y of [(functionOf(a) as RowFunction)(x), kernel.map(x), kernel.map(Float32Array.from(x))])
      expect([...y], name).toEqual([2, 2])
    expect([...kernel.backward(Float32Array.from(x), Float32Array.of(1, 0))], name).toEqual([0, 0])
  }
})

test('rows of doubles that are far out or tiny are found among others, in place and in larger rows', async () => {
  const rows = [
    [1, 2, 4],
    [1e300, -3e300, 2e300],
    [3, 1, -2],
    [1e-310, -3e-310, 2.5e-311],
    [0, 0, 0],
    [1e200, 3, -1],
  ]
  const a = activation('layernorm') as Activation<'row'>
  const f = functionOf(a) as RowFunction
  const kernel = await compile(a)
  const x = Float64Array.from(rows.flatMap(row => [...row, 9]))
  const dy = Float64Array.from(x, (_, i) => (i % 5) - 1.5)
  const view = (data: Float64Array) => ({ data, columns: 3, stride: 4 })
  const [y, dx] = [x.slice(), dy.slice()]
  kernel.map(view(y), view(y))
  kernel.backward(view(x), view(dx), view(dx))
  for (const r of rows.keys()) {
    const part = (v: Float64Array) => v.slice(4 * r, 4 * r + 3)
    expect(part(y)).toEqual(f(part(x)))
    const largest = Math.max(...f.derivative(part(x), part(dy)).map(Math.abs))
    f.derivative(part(x), part(dy)).forEach((d, i) => {
      expect(Math.abs(part(dx)[i] - d)).toBeLessThanOrEqual(largest * 2 ** -52)
    })
    expect([y[4 * r + 3], dx[4 * r + 3]]).toEqual([9, dy[4 * r + 3]])
  }
})

test('a far row of powers that no double could bring back', () => {
  const f = functionOf(fromFormula('own', 'x < 2 ? ((x ^ 64) ^ 64) ^ 64 + rowmax(0 * x) : x')) as RowFunction
  expect([...f(Float64Array.of(1e300, 1))]).toEqual([1e300, 1])
})
