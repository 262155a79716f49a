/** xphi/wasm: activations on arrays, compiled to WebAssembly SIMD; and the pieces that an engine with a memory of its own needs. */
export {
  type CompileOptions,
  compile,
  type FloatArray,
  type GatedGradient,
  type GatedKernel,
  type Kernel,
  type KernelModes,
  type RowOptions,
} from './backend/wasm/compile.ts'
export { Code, Locals, ModuleBuilder } from './backend/wasm/encoder.ts'
export { hasFma } from './backend/wasm/fma.ts'
export { type GemmOptions, gemmBytes, gemmWorkBytes } from './backend/wasm/gemm.ts'
export { type GluGradient, type GluLayer, type GluParameters, gluLayer } from './backend/wasm/glu.ts'
export { KernelError, type KernelRequest, kernelBytes, kernelTables, type Mode } from './backend/wasm/kernel.ts'
/**
 * The numbers of WebAssembly: value types and instructions by name.
 *
 * @example
 * opcodes.type.f32 // 0x7d
 */
export * as opcodes from './backend/wasm/opcodes.ts'
/**
 * Instructions that nest as expressions do.
 *
 * @example
 * const code = new Code()
 * pieces.add(pieces.int(2), pieces.int(3))(code)
 * code.toBytes() // [0x41, 2, 0x41, 3, 0x6a]
 */
export * as pieces from './backend/wasm/pieces.ts'
