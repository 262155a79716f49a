// Kernels between a table of rows and a list of i32 indices into it.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, type Width } from './width.ts'

type Piece = pieces.Piece
const { type } = opcodes
const { add, addFunction, get, int, loadInt, mul, seq, set, upTo } = pieces
const params = { table: type.i32, indices: type.i32, matrix: type.i32, count: type.i32, length: type.i32 }

function addTableKernel(module: ModuleBuilder, name: string, step: (width: Width, inTable: Piece, inMatrix: Piece) => Piece): void {
  addFunction(module, { export: name, params }, (p, local) => {
    const [at, index, entry, bytes] = [local(), local(), local(), local()]
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        index,
        get(p.count),
        int(1),
        set(entry, add(get(p.table), mul(loadInt(add(get(p.indices), mul(get(index), int(4)))), get(bytes)))),
        across(at, get(bytes), w => step(w, add(get(entry), get(at)), add(get(p.matrix), get(at)))),
        set(p.matrix, add(get(p.matrix), get(bytes))),
      ),
    )
  })
}

export function addTableKernels(module: ModuleBuilder): void {
  // Every row of the matrix becomes the table's row of its index.
  addTableKernel(module, 'gatherRows', (w, inTable, inMatrix) => w.store(inMatrix, w.load(inTable)))
  // Every row of the matrix is added to the table's row of its index: the gradient of an embedding.
  addTableKernel(module, 'scatterRows', (w, inTable, inMatrix) => w.store(inTable, w.of('add', w.load(inTable), w.load(inMatrix))))
}
