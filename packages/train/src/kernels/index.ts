import { gemmBytes, ModuleBuilder } from 'xphi/wasm'
import { addElementwise, addMultiplyPacked, addScale, addSumOfSquares } from './arrays.ts'
import { addRotate, addSoftmaxBackward } from './attention.ts'
import { addDropout } from './dropout.ts'
import { addCountCorrect, addCrossEntropy, addSquaredError } from './losses.ts'
import { addLstm } from './lstm.ts'
import { addNorms } from './norm.ts'
import { addAdam, addSgd } from './optimisers.ts'
import { addQuantise } from './quantise.ts'
import { addRowKernels } from './rows.ts'
import { sparseBytes } from './sparse.ts'
import { addTableKernels } from './tokens.ts'
import { addTranspose } from './transpose.ts'

type Procedure = (...values: number[]) => void
type Reduction = (...values: number[]) => number

/** The kernels of training on one memory; the meaning of their arguments stands where each is written. */
export interface Kernels {
  readonly gemm: Procedure
  readonly multiply: Procedure
  readonly add: Procedure
  readonly scale: Procedure
  readonly multiplyPacked: Procedure
  readonly sumOfSquares: Reduction
  readonly addColumnSums: Procedure
  readonly columnPeaks: Procedure
  readonly quantise: Procedure
  readonly transpose: Procedure
  readonly compress: Reduction
  readonly sparseProduct: Procedure
  readonly layerNorm: Procedure
  readonly layerNormBackward: Procedure
  readonly rmsNorm: Procedure
  readonly rmsNormBackward: Procedure
  readonly gatherRows: Procedure
  readonly scatterRows: Procedure
  readonly rotate: Procedure
  readonly softmaxBackward: Procedure
  readonly dropout: Procedure
  readonly lstmCell: Procedure
  readonly lstmHidden: Procedure
  readonly lstmBackward: Procedure
  readonly crossEntropy: Reduction
  readonly squaredError: Reduction
  readonly countCorrect: Reduction
  readonly sgd: Procedure
  readonly adam: Procedure
}

function trainingKernelBytes(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.importMemory('e', 'm', { initial: 0 })
  for (const add of [
    addElementwise,
    addScale,
    addMultiplyPacked,
    addSumOfSquares,
    addRowKernels,
    addQuantise,
    addTranspose,
    addNorms,
    addTableKernels,
    addRotate,
    addSoftmaxBackward,
    addDropout,
    addLstm,
    addCrossEntropy,
    addSquaredError,
    addCountCorrect,
    addSgd,
    addAdam,
  ])
    add(module)
  return module.finish()
}

const compiled = new Map<string, Promise<WebAssembly.Module>>()

/** Compiles a module once for each `key` in this process and instantiates it on the memory. */
export async function instantiate(
  key: string,
  bytes: () => Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): Promise<WebAssembly.Exports> {
  let module = compiled.get(key)
  if (module === undefined) {
    module = WebAssembly.compile(bytes())
    compiled.set(key, module)
  }
  return (await WebAssembly.instantiate(await module, { e: { m: memory } })).exports
}

export async function loadKernels(memory: WebAssembly.Memory, fused: boolean): Promise<Kernels> {
  const own = await instantiate('train', trainingKernelBytes, memory)
  const products = await instantiate(`gemm ${fused}`, () => gemmBytes({ fused }), memory)
  const sparse = await instantiate(`sparse ${fused}`, () => sparseBytes(fused), memory)
  return { ...own, ...products, ...sparse } as unknown as Kernels
}
