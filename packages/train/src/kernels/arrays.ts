import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { four, overPadded, sumAcross } from './width.ts'

const { type } = opcodes
const { add, addFunction, get, int, mul, seq } = pieces

/** multiply(into, a, b, length): into = a * b, element by element; in place allowed. */
export function addMultiply(module: ModuleBuilder): void {
  const params = { into: type.i32, a: type.i32, b: type.i32, length: type.i32 }
  addFunction(module, { export: 'multiply', params }, (p, local) => {
    const at = local()
    const element = (base: number) => four.load(add(get(base), get(at)))
    return overPadded(at, mul(get(p.length), int(4)), four.store(add(get(p.into), get(at)), four.of('mul', element(p.a), element(p.b))))
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
