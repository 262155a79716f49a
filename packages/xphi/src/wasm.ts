export { Code, ModuleBuilder } from './backend/wasm/encoder.ts'
export { type GemmOptions, gemmBytes, gemmWorkBytes } from './backend/wasm/gemm.ts'
export * as opcodes from './backend/wasm/opcodes.ts'
export * as pieces from './backend/wasm/pieces.ts'
