import { gemmTerms } from 'xphi/wasm'
import { entryBytes } from '../kernels/sparse.ts'
import type { Tensor } from '../parameters.ts'
import type { Context } from './operation.ts'

/** The products of a layer with the model's own input, for batches that are mostly 0. Their bits are those of the dense products. */
export interface SparseInput {
  /** y = x W', with what the gemm's `added` says added. False where it is left to the dense product: for few zeros, or few rows. */
  forward(x: number, rows: number, y: number, added: number): boolean
  /** The gradient of the weights from the same x; false where the forward product was not sparse. */
  backward(x: number, rows: number, dy: number): boolean
}

/** Below this the weights are not worth transposing. */
const fewestRows = 32
/** Of numbers other than 0: about where both ways take the same time, by judgement. */
const greatestShare = 0.4

/** A matrix of up to rows x columns as lists of numbers other than 0, block by block of its columns. */
function listsOf({ arena, kernels }: Context, rows: number, columns: number) {
  const line = 4 * (rows + 1)
  const starts = arena.bytes(line * Math.ceil(columns / gemmTerms))
  const entries = arena.bytes(entryBytes * (Math.floor(greatestShare * rows * columns) + gemmTerms + 4))
  /** Calls `visit` for each block: its first column, how many it has, and where its lists start. */
  const each = (width: number, visit: (first: number, count: number, starts: number) => void) => {
    for (let first = 0; first < width; first += gemmTerms)
      visit(first, Math.min(gemmTerms, width - first), starts + line * (first / gemmTerms))
  }
  return {
    /** False where too many numbers are not 0. Rows of the other factor of the product are `otherRow` bytes apart. */
    fill(from: number, height: number, width: number, otherRow: number): boolean {
      const limit = entryBytes * Math.floor(greatestShare * height * width)
      let end = 0
      each(width, (first, count, starts) => {
        if (end <= limit) end = kernels.compress(from + 4 * first, 4 * width, height, count, otherRow, starts, entries, end, limit)
      })
      return end <= limit
    },
    /** C = A B, with what the gemm's `added` says added. */
    multiply(height: number, width: number, b: number, c: number, n: number, added: number): void {
      each(width, (first, _, starts) => {
        kernels.sparseProduct(starts, entries, height, b + 4 * n * first, c, n, first > 0 ? 1 : added)
      })
    },
  }
}

export function sparseInput(context: Context, weight: Tensor): SparseInput {
  const { batch, kernels, scratch } = context
  const [outputs, inputs] = weight.shape
  const byRow = listsOf(context, batch, inputs)
  const byColumn = listsOf(context, inputs, batch)
  const turnedWeight = scratch.floats('turned weight', inputs * outputs)
  const turnedInput = scratch.floats('turned input', batch * inputs)
  let isSparse = false
  return {
    forward(x, rows, y, added) {
      isSparse = rows >= fewestRows && byRow.fill(x, rows, inputs, 4 * outputs)
      if (!isSparse) return false
      kernels.transpose(weight.value, 4 * inputs, turnedWeight.address, outputs, inputs)
      byRow.multiply(rows, inputs, turnedWeight.address, y, outputs, added)
      return true
    },
    backward(x, rows, dy) {
      if (!isSparse) return false
      kernels.transpose(x, 4 * inputs, turnedInput.address, rows, inputs)
      byColumn.fill(turnedInput.address, inputs, rows, 4 * outputs)
      byColumn.multiply(inputs, rows, dy, turnedWeight.address, outputs, 0)
      kernels.transpose(turnedWeight.address, 4 * outputs, weight.gradient, inputs, outputs)
      return true
    },
  }
}
