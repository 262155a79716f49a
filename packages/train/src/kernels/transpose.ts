import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'

type Piece = pieces.Piece
const { type } = opcodes
const { add, addFunction, get, int, loadSingle, loadVector, mul, seq, set, shuffle, storeSingle, storeVector, sub, upTo } = pieces
const p32 = type.i32

const lowHalves = [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23]
const lowPairs = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
const higher = (lanes: readonly number[]): readonly number[] => lanes.map(byte => byte + 8)

/** transpose(from, fromRow, into, rows, columns): `from` is rows x columns, rows `fromRow` bytes apart; the rows of `into` are adjacent. */
export function addTranspose(module: ModuleBuilder): void {
  addFunction(module, { export: 'transpose', params: { from: p32, fromRow: p32, into: p32, rows: p32, columns: p32 } }, (p, local) => {
    const [row, column, intoRow, source, target] = Array.from({ length: 5 }, () => local())
    const lines = Array.from({ length: 4 }, () => local(type.v128))
    const pairs = Array.from({ length: 4 }, () => local(type.v128))
    const line = (base: number, stride: number, index: number): Piece => add(get(base), mul(get(stride), int(index)))
    const begin = seq(
      set(row, int(0)),
      set(source, add(get(p.from), mul(get(column), int(4)))),
      set(target, add(get(p.into), mul(get(column), get(intoRow)))),
    )
    const advance = (count: number) => seq(set(source, line(source, p.fromRow, count)), set(target, add(get(target), int(4 * count))))
    const square = seq(
      ...lines.map((to, i) => set(to, loadVector(line(source, p.fromRow, i)))),
      ...[0, 2].flatMap(i => [
        set(pairs[i], shuffle(lowHalves, get(lines[i]), get(lines[i + 1]))),
        set(pairs[i + 1], shuffle(higher(lowHalves), get(lines[i]), get(lines[i + 1]))),
      ]),
      ...[0, 1, 2, 3].map(i =>
        storeVector(
          line(target, intoRow, i),
          shuffle(i % 2 === 0 ? lowPairs : higher(lowPairs), get(pairs[i >> 1]), get(pairs[2 + (i >> 1)])),
        ),
      ),
      advance(4),
    )
    const one = (index: number) => storeSingle(line(target, intoRow, index), loadSingle(get(source), 4 * index))
    // Down the rows first: what is written lies side by side.
    const strip = (columns: number, block: Piece) =>
      seq(
        begin,
        upTo(row, sub(get(p.rows), int(3)), int(4), block),
        upTo(row, get(p.rows), int(1), ...Array.from({ length: columns }, (_, i) => one(i)), advance(1)),
      )
    const singles = seq(...[0, 1, 2, 3].map(() => seq(one(0), advance(1))))
    return seq(
      set(intoRow, mul(get(p.rows), int(4))),
      upTo(column, sub(get(p.columns), int(3)), int(4), strip(4, square)),
      upTo(column, get(p.columns), int(1), strip(1, singles)),
    )
  })
}
