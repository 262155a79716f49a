// Copies up to 4 lanes (rows of A or columns of B), k elements each, so that the 4 values of one k lie together.
import type { ModuleBuilder } from './encoder.ts'
import { type } from './opcodes.ts'
import {
  add,
  addFunction,
  equal,
  get,
  int,
  less,
  loadSingle,
  loadVector,
  mul,
  type Piece,
  seq,
  set,
  shuffle,
  storeSingle,
  storeVector,
  sub,
  upTo,
  when,
} from './pieces.ts'

const lowHalves = [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23]
const highHalves = lowHalves.map(byte => byte + 8)
const lowPairs = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
const highPairs = lowPairs.map(byte => byte + 8)

/** pack(from, acrossBytes, alongBytes, lanes, k, into, stepBytes): lanes beyond the given ones become 0. Returns its index. */
export function addPack(module: ModuleBuilder): number {
  const p = type.i32
  return addFunction(module, { params: { from: p, across: p, along: p, lanes: p, k: p, into: p, step: p } }, (p, local) => {
    const at = local()
    const lane = local()
    const rows = Array.from({ length: 4 }, () => local(type.v128))
    const pairs = Array.from({ length: 4 }, () => local(type.v128))
    const advance = (count: number): Piece =>
      seq(set(p.from, add(get(p.from), mul(get(p.along), int(count)))), set(p.into, add(get(p.into), mul(get(p.step), int(count)))))
    const zero: Piece = code => code.v128Const(new Uint8Array(16))

    const copied = upTo(at, get(p.k), int(1), storeVector(get(p.into), loadVector(get(p.from))), advance(1))
    const transposed = upTo(
      at,
      sub(get(p.k), int(3)),
      int(4),
      ...rows.map((row, r) => set(row, loadVector(add(get(p.from), mul(get(p.across), int(r)))))),
      set(pairs[0], shuffle(lowHalves, get(rows[0]), get(rows[1]))),
      set(pairs[1], shuffle(highHalves, get(rows[0]), get(rows[1]))),
      set(pairs[2], shuffle(lowHalves, get(rows[2]), get(rows[3]))),
      set(pairs[3], shuffle(highHalves, get(rows[2]), get(rows[3]))),
      ...[0, 1, 2, 3].map(t =>
        storeVector(
          add(get(p.into), mul(get(p.step), int(t))),
          shuffle(t % 2 === 0 ? lowPairs : highPairs, get(pairs[t >> 1]), get(pairs[2 + (t >> 1)])),
        ),
      ),
      advance(4),
    )
    const general = upTo(
      at,
      get(p.k),
      int(1),
      storeVector(get(p.into), zero),
      set(lane, int(0)),
      upTo(
        lane,
        get(p.lanes),
        int(1),
        storeSingle(add(get(p.into), mul(get(lane), int(4))), loadSingle(add(get(p.from), mul(get(lane), get(p.across))))),
      ),
      advance(1),
    )
    return seq(
      when(
        less(get(p.lanes), int(4)),
        seq(),
        seq(set(p.lanes, int(4)), when(equal(get(p.across), int(4)), copied, when(equal(get(p.along), int(4)), transposed))),
      ),
      general,
    )
  })
}
