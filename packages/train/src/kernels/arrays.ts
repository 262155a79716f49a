import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, sumAcross } from './width.ts'

const { type } = opcodes
const { add, addFunction, get, int, mul, seq, set, upTo } = pieces

/** multiply(into, a, b, length) and add: into = a * b or a + b, element by element; in place allowed. */
export function addElementwise(module: ModuleBuilder): void {
  const params = { into: type.i32, a: type.i32, b: type.i32, length: type.i32 }
  for (const [name, step] of [
    ['multiply', 'mul'],
    ['add', 'add'],
  ] as const)
    addFunction(module, { export: name, params }, (p, local) => {
      const at = local()
      const here = (base: number) => add(get(base), get(at))
      return across(at, mul(get(p.length), int(4)), w => w.store(here(p.into), w.of(step, w.load(here(p.a)), w.load(here(p.b)))))
    })
}

/** scale(into, factor, length): into = factor * into. */
export function addScale(module: ModuleBuilder): void {
  const params = { into: type.i32, factor: type.f32, length: type.i32 }
  addFunction(module, { export: 'scale', params }, (p, local) => {
    const at = local()
    const here = add(get(p.into), get(at))
    return across(at, mul(get(p.length), int(4)), w => w.store(here, w.of('mul', w.load(here), w.spread(get(p.factor)))))
  })
}

/** multiplyPacked(pairs, factors, rows, length): both halves of each row of `pairs` (2 * length wide) times the row of factors. */
export function addMultiplyPacked(module: ModuleBuilder): void {
  const params = { pairs: type.i32, factors: type.i32, rows: type.i32, length: type.i32 }
  addFunction(module, { export: 'multiplyPacked', params }, (p, local) => {
    const [at, half, bytes] = [local(), local(), local()]
    const here = (base: number) => add(get(base), get(at))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      set(p.rows, mul(get(p.rows), int(2))),
      upTo(
        half,
        get(p.rows),
        int(1),
        across(at, get(bytes), w => w.store(here(p.pairs), w.of('mul', w.load(here(p.pairs)), w.load(here(p.factors))))),
        set(p.pairs, add(get(p.pairs), get(bytes))),
        // After every second half the next row of factors.
        set(p.factors, add(get(p.factors), mul(get(bytes), pieces.op(opcodes.i32.and, get(half), int(1))))),
      ),
    )
  })
}

/** sumOfSquares(from, length) in f64: not finite exactly when an element is not. */
export function addSumOfSquares(module: ModuleBuilder): void {
  const params = { from: type.i32, length: type.i32 }
  addFunction(module, { export: 'sumOfSquares', params, result: type.f64 }, (p, local) => {
    const at = local()
    const total = local(type.f64)
    const sum = sumAcross(at, mul(get(p.length), int(4)), total, local, w => w.load(add(get(p.from), get(at))), true)
    return seq(sum, get(total))
  })
}
