// Kernels between a matrix of `rows` x `length`, rows adjacent, and one row.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, type Width } from './width.ts'

type Piece = pieces.Piece
const { type } = opcodes
const { add, addFunction, get, int, mul, seq, set, upTo } = pieces
const params = { matrix: type.i32, row: type.i32, rows: type.i32, length: type.i32 }

function addRowKernel(module: ModuleBuilder, name: string, step: (width: Width, inMatrix: Piece, inRow: Piece) => Piece): void {
  addFunction(module, { export: name, params }, (p, local) => {
    const [at, count, bytes] = [local(), local(), local()]
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        count,
        get(p.rows),
        int(1),
        across(at, get(bytes), w => step(w, add(get(p.matrix), get(at)), add(get(p.row), get(at)))),
        set(p.matrix, add(get(p.matrix), get(bytes))),
      ),
    )
  })
}

export function addRowKernels(module: ModuleBuilder): void {
  // Every row of the matrix becomes the row: the bias, onto which the product is added.
  addRowKernel(module, 'fillRows', (w, inMatrix, inRow) => w.store(inMatrix, w.load(inRow)))
  // The sums of the columns are added to the row: the gradient of a bias.
  addRowKernel(module, 'addColumnSums', (w, inMatrix, inRow) => w.store(inRow, w.of('add', w.load(inRow), w.load(inMatrix))))
  // The row becomes the greatest magnitude seen in each column: 0 marks a dead unit.
  addRowKernel(module, 'columnPeaks', (w, inMatrix, inRow) => w.store(inRow, w.of('max', w.load(inRow), w.of('abs', w.load(inMatrix)))))
}
