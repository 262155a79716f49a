import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, four, one, sumAcross, type Width } from './width.ts'

const { f32, type } = opcodes
const { add, addFunction, get, int, loadSingle, mul, op, seq, set, shuffle, sub, upTo } = pieces
type Piece = pieces.Piece
const p32 = type.i32
const swapPairs = [4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11]

/**
 * rotate(matrix, stride, cosines, sines, rows, heads, size, direction): turns each pair (a, b) of the first heads * size numbers of each row
 * in place, to (a cos - b sin, b cos + a sin); direction -1 turns back. Rows are `stride` bytes apart. The tables have `size` numbers a row:
 * the cosine twice for each pair, and -sin, sin.
 */
export function addRotate(module: ModuleBuilder): void {
  const tables = { cosines: p32, sines: p32 }
  const params = { matrix: p32, stride: p32, ...tables, rows: p32, heads: p32, size: p32, direction: type.f32 }
  addFunction(module, { export: 'rotate', params }, (p, local) => {
    const [row, head, at, place, bytes] = [local(), local(), local(), local(), local()]
    const [x, kept] = [local(type.v128), local(type.f32)]
    const here = add(get(place), get(at))
    const tableAt = (base: number, offset = 0) => add(add(get(base), get(at)), int(offset))
    const sine = (w: Width, offset = 0) => w.of('mul', w.load(tableAt(p.sines, offset)), w.spread(get(p.direction)))
    const turned = (w: Width, own: Piece, other: Piece, offset = 0) =>
      w.of('add', w.of('mul', own, w.load(tableAt(p.cosines, offset))), w.of('mul', other, sine(w, offset)))
    const second = add(here, int(4))
    return seq(
      set(bytes, mul(get(p.size), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        set(place, get(p.matrix)),
        set(head, int(0)),
        upTo(
          head,
          get(p.heads),
          int(1),
          set(at, int(0)),
          upTo(
            at,
            sub(get(bytes), int(15)),
            int(16),
            set(x, four.load(here)),
            four.store(here, turned(four, get(x), shuffle(swapPairs, get(x), get(x)))),
          ),
          upTo(
            at,
            get(bytes),
            int(8),
            set(kept, loadSingle(here)),
            one.store(here, turned(one, get(kept), loadSingle(second))),
            one.store(second, turned(one, loadSingle(second), get(kept), 4)),
          ),
          set(place, add(get(place), get(bytes))),
        ),
        set(p.matrix, add(get(p.matrix), get(p.stride))),
        ...[p.cosines, p.sines].map(base => set(base, add(get(base), get(bytes)))),
      ),
    )
  })
}

/**
 * softmaxBackward(y, dy, rows, length, stride, scale): dy becomes scale * y * (dy - sum(y dy)), the gradient of softmax(scale * x) from its
 * output; where y is 0, as under a mask, it becomes 0. Rows of both are `stride` bytes apart.
 */
export function addSoftmaxBackward(module: ModuleBuilder): void {
  const params = { y: p32, dy: p32, rows: p32, length: p32, stride: p32, scale: type.f32 }
  addFunction(module, { export: 'softmaxBackward', params }, (p, local) => {
    const [at, row, bytes] = [local(), local(), local()]
    const [total, along] = [local(type.f64), local(type.f32)]
    const here = (base: number) => add(get(base), get(at))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        sumAcross(at, get(bytes), total, local, w => w.of('mul', w.load(here(p.y)), w.load(here(p.dy)))),
        set(along, op(f32.demote_f64, get(total))),
        across(at, get(bytes), w => {
          const rest = w.of('sub', w.load(here(p.dy)), w.spread(get(along)))
          return w.store(here(p.dy), w.of('mul', w.of('mul', w.load(here(p.y)), w.spread(get(p.scale))), rest))
        }),
        ...[p.y, p.dy].map(base => set(base, add(get(base), get(p.stride)))),
      ),
    )
  })
}
