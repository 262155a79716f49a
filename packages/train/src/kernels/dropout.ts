import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'

const { f32, i32, type } = opcodes
const { add, addFunction, get, int, loadSingle, mul, op, set, single, storeSingle, upTo, when } = pieces
const p32 = type.i32

/**
 * dropout(x, mask, y, length, key, threshold, scale): mask[i] = hash(key, i) < threshold ? 0 : scale, y = x * mask. The hash is a word whose
 * every bit depends on key and i (the finaliser of MurmurHash3), so the mask is the same on every machine.
 */
export function addDropout(module: ModuleBuilder): void {
  const params = { x: p32, mask: p32, y: p32, length: p32, key: p32, threshold: p32, scale: type.f32 }
  addFunction(module, { export: 'dropout', params }, (p, local) => {
    const [index, hash, at, kept] = [local(), local(), local(), local(type.f32)]
    const here = (base: number) => add(get(base), get(at))
    const xorShift = (bits: number) => set(hash, op(i32.xor, get(hash), op(i32.shr_u, get(hash), int(bits))))
    const times = (factor: number) => set(hash, mul(get(hash), int(factor)))
    return upTo(
      index,
      get(p.length),
      int(1),
      set(hash, op(i32.xor, mul(get(index), int(0x9e3779b9)), get(p.key))),
      xorShift(16),
      times(0x85ebca6b),
      xorShift(13),
      times(0xc2b2ae35),
      xorShift(16),
      set(kept, get(p.scale)),
      when(op(i32.lt_u, get(hash), get(p.threshold)), set(kept, single(0))),
      set(at, mul(get(index), int(4))),
      storeSingle(here(p.mask), get(kept)),
      storeSingle(here(p.y), op(f32.mul, loadSingle(here(p.x)), get(kept))),
    )
  })
}
