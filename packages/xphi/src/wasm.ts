/** xphi/wasm: activations on arrays, compiled to WebAssembly SIMD; and the pieces that an engine with a memory of its own needs. */
export type { Both, GatedBoth, GatedGradient, GatedKernel, Kernel, KernelModes, RowOptions } from './backend/wasm/calls.ts'
export { type CompileOptions, compile, type KernelOf } from './backend/wasm/compile.ts'
export { Code, Locals, ModuleBuilder } from './backend/wasm/encoder.ts'
export { hasFma } from './backend/wasm/fma.ts'
export { type GemmOptions, gemmBytes, gemmTerms, gemmWorkBytes } from './backend/wasm/gemm.ts'
export { type GluGradient, type GluLayer, type GluParameters, gluLayer } from './backend/wasm/glu.ts'
export { kernelBytes, kernelScratch, kernelTables } from './backend/wasm/bytes.ts'
export { KernelError } from './backend/wasm/error.ts'
export type { KernelRequest, Mode } from './backend/wasm/kernel.ts'
export type { KernelMemory } from './backend/wasm/memory.ts'
export { kernelMemory, type MemoryOptions, mostThreads } from './backend/wasm/threads.ts'
export type { FloatArray, Operand, Rows } from './backend/wasm/views.ts'
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
