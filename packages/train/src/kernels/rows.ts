// Kernels between a matrix of `rows` x `length`, rows adjacent, and one row.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across } from './width.ts'

type Piece = pieces.Piece
const { f32, f32x4, type } = opcodes
const { add, addFunction, get, int, loadSingle, loadVector, mul, op, seq, set, storeSingle, storeVector, sub, upTo, vector } = pieces
const params = { matrix: type.i32, row: type.i32, rows: type.i32, length: type.i32 }

/** columnPeaks(matrix, row, rows, length): the row becomes the greatest magnitude seen in each column: 0 marks a dead unit. */
function addColumnPeaks(module: ModuleBuilder): void {
  addFunction(module, { export: 'columnPeaks', params }, (p, local) => {
    const [at, count, bytes] = [local(), local(), local()]
    const [inMatrix, inRow] = [add(get(p.matrix), get(at)), add(get(p.row), get(at))]
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        count,
        get(p.rows),
        int(1),
        across(at, get(bytes), w => w.store(inRow, w.of('max', w.load(inRow), w.of('abs', w.load(inMatrix))))),
        set(p.matrix, add(get(p.matrix), get(bytes))),
      ),
    )
  })
}

/** Columns that are summed side by side, in vectors of a register each. */
const side = 4

/** addColumnSums(matrix, row, rows, length): the sums of the columns, from the first row to the last, are added to the row: the gradient
 * of a bias. */
function addColumnSums(module: ModuleBuilder): void {
  addFunction(module, { export: 'addColumnSums', params }, (p, local) => {
    const [at, count, bytes, from] = [local(), local(), local(), local()]
    const sums = Array.from({ length: side }, () => local(type.v128))
    const rest = local(type.f32)
    const inRow = add(get(p.row), get(at))
    const down = (step: Piece) =>
      seq(
        set(from, add(get(p.matrix), get(at))),
        set(count, int(0)),
        upTo(count, get(p.rows), int(1), step, set(from, add(get(from), get(bytes)))),
      )
    const columns = (width: number) => {
      const used = sums.slice(0, width)
      return upTo(
        at,
        sub(get(bytes), int(16 * width - 1)),
        int(16 * width),
        ...used.map((sum, i) => set(sum, loadVector(inRow, 16 * i))),
        down(seq(...used.map((sum, i) => set(sum, vector(f32x4.add, get(sum), loadVector(get(from), 16 * i)))))),
        ...used.map((sum, i) => storeVector(inRow, get(sum), 16 * i)),
      )
    }
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      columns(side),
      columns(1),
      upTo(
        at,
        get(bytes),
        int(4),
        set(rest, loadSingle(inRow)),
        down(set(rest, op(f32.add, get(rest), loadSingle(get(from))))),
        storeSingle(inRow, get(rest)),
      ),
    )
  })
}

export function addRowKernels(module: ModuleBuilder): void {
  addColumnSums(module)
  addColumnPeaks(module)
}
