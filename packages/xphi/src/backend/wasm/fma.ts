/** Relaxed SIMD's multiply-add: whether this engine has it, and rounds once. */
import { Code, ModuleBuilder } from './encoder.ts'
import { f32x4, f64x2, type } from './opcodes.ts'

let known: boolean | undefined

/**
 * Whether `fma: true` gives fused kernels here. The specification lets an engine round twice, so each of the four instructions is given a product
 * whose rounding shows: (1 + e)^2 - (1 + 2 e) is e^2 when it is rounded once, 0 when e^2 is half an ulp of the product.
 *
 * @example
 * const { fma } = await compile(activation('gelu'), { fma: true })
 * fma === hasFma() // true
 */
export function hasFma(): boolean {
  known ??= probe()
  return known
}

function probe(): boolean {
  const module = new ModuleBuilder()
  for (const [name, t, v] of [
    ['f32', type.f32, f32x4],
    ['f64', type.f64, f64x2],
  ] as const) {
    for (const op of ['relaxed_madd', 'relaxed_nmadd'] as const) {
      const body = new Code()
      for (const operand of [0, 1, 2]) body.localGet(operand).simd(v.splat)
      module.addFunction({
        params: [t, t, t],
        results: [t],
        body: body.simd(v[op]).simd(v.extract_lane, 0),
        export: `${name} ${op}`,
      })
    }
  }
  const bytes = module.finish()
  if (!WebAssembly.validate(bytes)) return false
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  const holds = (name: string, e: number): boolean => {
    const run = (op: string) => exports[`${name} ${op}`] as (a: number, b: number, c: number) => number
    return run('relaxed_madd')(1 + e, 1 + e, -1 - 2 * e) === e * e && run('relaxed_nmadd')(1 + e, 1 + e, 1 + 2 * e) === -e * e
  }
  return holds('f32', 2 ** -12) && holds('f64', 2 ** -27)
}
