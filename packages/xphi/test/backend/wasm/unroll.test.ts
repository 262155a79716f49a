import { describe, expect, test } from 'vitest'
import { activation } from '../../../src/activation/activation.ts'
import { kernelBytes, kernelTables } from '../../../src/backend/wasm/bytes.ts'
import type { KernelRequest } from '../../../src/backend/wasm/kernel.ts'
import { shapeOf, unrolled } from '../../../src/backend/wasm/unroll.ts'
import { TapeBuilder, type Tape } from '../../../src/lower/tape.ts'

/** ((x + 1) x + 1) x + ...: two values live, x and the sum. */
function chain(length: number): Tape {
  const t = new TapeBuilder()
  const [x, one] = [t.read('input', 'x'), t.constant(1)]
  let sum = x
  for (let i = 0; i < length; i++) sum = t.binary('add', t.binary('mul', sum, x), one)
  return t.finish([sum])
}

/** The sum of so many chains that do not meet before it. */
function side(chains: number): Tape {
  const t = new TapeBuilder()
  const x = t.read('input', 'x')
  const ends = Array.from({ length: chains }, (_, i) => t.unary('sqrt', t.binary('add', x, t.constant(i + 1))))
  return t.finish([ends.reduce((p, q) => t.binary('max', p, q))])
}

describe('blocks side by side', () => {
  test('live values are counted as if chains that meet were computed together', () => {
    expect(shapeOf(chain(5))).toEqual({ depth: 10, live: 3 })
    expect(shapeOf(side(2)).live).toBeLessThan(shapeOf(side(12)).live)
  })

  test('a tape that is wide and not deep is left alone, a short one is not', () => {
    expect(unrolled(side(5), 1)).toBe(1)
    expect(unrolled(side(3), 1)).toBe(4)
  })

  test('many live values leave fewer blocks, two vectors a block half as many, and one there is always', () => {
    expect([unrolled(chain(9), 1), unrolled(chain(9), 2)]).toEqual([4, 2])
    const t = new TapeBuilder()
    const inputs = Array.from({ length: 60 }, (_, i) => t.read('input', `x${i}`))
    const total = inputs.reduce((p, q) => t.binary('add', p, q))
    const shares = inputs.map(v => t.binary('div', v, total))
    expect(unrolled(t.finish([shares.reduce((p, q) => t.binary('max', p, q))]), 1)).toBe(1)
  })
})

const memory = new WebAssembly.Memory({ initial: 4 })
const places = { x: 1024, dy: 4096, out: 8192, slopes: 12288, gradient: 16384, parameter: 20480, tables: 32768 }

/** Runs a kernel row by row on the same inputs: results and what lies around them. */
function rows(request: KernelRequest, shape: { readonly inputs: number; readonly outputs: number }, rows: number, length: number) {
  const wide = request.type === 'f64'
  const of = wide ? Float64Array : Float32Array
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes(request)), { e: { m: memory } }).exports as {
    run: (...numbers: number[]) => void
  }
  const all = new of(memory.buffer)
  all.fill(77)
  const size = of.BYTES_PER_ELEMENT
  for (let i = 0; i < rows * length; i++) {
    all[places.x / size + i] = i % 11 === 5 ? -1000 : Math.sin(i) * 4
    all[places.dy / size + i] = Math.cos(i)
  }
  for (let i = 0; i < length; i++) all[places.parameter / size + i] = 0.5 + (i % 5) / 8
  new Float64Array(memory.buffer, places.gradient, 64).fill(0)
  const arrays = [...[places.x, places.dy].slice(0, shape.inputs), ...[places.out, places.slopes].slice(0, shape.outputs)]
  const strides = arrays.flatMap(at => [at, length * size])
  let next = places.tables
  const tables = kernelTables(request).map(({ values }) => {
    new Float64Array(memory.buffer, next, values.length).set(values)
    next += values.byteLength
    return next - values.byteLength
  })
  run(rows, length, ...strides, ...(request.parameterGradients ? [places.gradient] : []), places.parameter, ...tables)
  return { array: (at: number) => all.slice(at / size - 4, at / size + rows * length + 4) }
}

// Blocks are of 4 and 2 elements, at most 4 of them side by side: these lengths meet every number of them, and every rest.
const lengths = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 19, 23, 24, 31, 32, 33, 41]

describe.each(['f32', 'f64'] as const)('a kernel of %s', type => {
  test.each(['exact', 'fast'] as const)('gives an element the same result in any number of blocks, %s', mode => {
    for (const name of ['swish', 'celu']) {
      const a = activation(name)
      const [parameter] = Object.keys(a.parameters)
      const request: KernelRequest = { activation: a, job: 'map+slope', type, mode, parameters: { [parameter]: 'channel' } }
      for (const length of lengths) {
        const together = rows(request, { inputs: 1, outputs: 2 }, 2, length)
        const results = [together.array(places.out), together.array(places.slopes)]
        for (const [n, at] of [places.out, places.slopes].entries()) {
          expect(results[n].subarray(0, 4)).toEqual(results[n].slice(0, 4).fill(77))
          expect(results[n].subarray(-4)).toEqual(results[n].slice(-4).fill(77))
          const longer = rows(request, { inputs: 1, outputs: 2 }, 1, 41).array(at)
          expect(results[n].subarray(4, 4 + length)).toEqual(longer.subarray(4, 4 + length))
        }
      }
    }
  })

  test('adds the gradients of channels element by element', () => {
    const a = activation('prelu')
    const request: KernelRequest = {
      activation: a,
      job: 'backward',
      type,
      parameters: { alpha: 'channel' },
      parameterGradients: ['alpha'],
    }
    for (const length of lengths) {
      const { array } = rows(request, { inputs: 2, outputs: 1 }, 3, length)
      const [x, dy] = [array(places.x), array(places.dy)].map(v => v.subarray(4))
      const sums = new Float64Array(memory.buffer, places.gradient, length)
      for (let c = 0; c < length; c++) {
        let sum = 0
        for (let r = 0; r < 3; r++) sum += x[r * length + c] < 0 ? dy[r * length + c] * x[r * length + c] : 0
        expect(sums[c]).toBeCloseTo(sum, 10)
      }
    }
  })
})
