import { describe, expect, test } from 'vitest'
import { fromFormula } from '../../../src/activation/activation.ts'
import { kernelBytes } from '../../../src/backend/wasm/bytes.ts'
import type { KernelRequest } from '../../../src/backend/wasm/kernel.ts'

/** A kernel's results for x where its one parameter is `value`. */
function run(request: KernelRequest, x: readonly number[], value: number): readonly number[] {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const arrays = request.type === 'f64' ? Float64Array : Float32Array
  const [parameter] = Object.keys(request.activation.parameters)
  const kind = request.parameters?.[parameter] ?? 'uniform'
  const [from, to] = [256, 512].map(at => new arrays(memory.buffer, at, x.length))
  from.set(x)
  ;new (kind === 'double' ? Float64Array : arrays)(memory.buffer, 64, x.length).fill(value)
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes(request)), { e: { m: memory } })
  const kernel = exports.run as (...numbers: readonly number[]) => void
  kernel(1, x.length, from.byteOffset, 0, to.byteOffset, 0, 64)
  return [...to]
}

describe.each(['f32', 'f64'] as const)('a kernel of %s', type => {
  // With b = 0 and t = 1 a zero is its own image, and no more when they are trained.
  test.each([
    ['x - b', { b: 0 }, -0.5, 0.5],
    ['x < t ? x : 1', { t: 1 }, 0, 1],
  ] as const)('gives %s at 0 by the parameter of the call, not by the first', (formula, parameters, value, expected) => {
    const activation = fromFormula('own', formula, parameters)
    for (const kind of ['uniform', 'double', 'channel'] as const) {
      for (const mode of ['exact', 'fast'] as const) {
        const request: KernelRequest = {
          activation,
          job: 'map',
          type,
          mode,
          parameters: Object.fromEntries(Object.keys(parameters).map(name => [name, kind])),
        }
        expect(run(request, [0, -0, 0, -0, 0], value), `${kind} ${mode}`).toEqual([expected, expected, expected, expected, expected])
      }
    }
  })

  test('keeps -0 where the function does, whatever its arithmetic makes of it', () => {
    // Their doubles lose it.
    for (const formula of ['a * x / (1 + abs(x))', 'x > 0 ? x : a * expm1(x / a)']) {
      const request: KernelRequest = { activation: fromFormula('own', formula, { a: 1 }), job: 'map', type }
      expect(run(request, [-0, 0, -0, 0, -0], 1), formula).toEqual([-0, 0, -0, 0, -0])
    }
  })
})
