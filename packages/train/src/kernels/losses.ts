import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across } from './width.ts'

const { f32, f64, i32, type } = opcodes
const { add, addFunction, get, int, loadInt, loadSingle, mul, op, seq, set, storeSingle, upTo, when } = pieces
const p32 = type.i32

/**
 * crossEntropy(logProbability, gradient, labels, rows, length, scale): returns the sum of -logProbability[label] in f64; `gradient` holds
 * the softmax and becomes (softmax - oneHot(label)) * scale. Labels are i32 in [0, length).
 */
export function addCrossEntropy(module: ModuleBuilder): void {
  const params = { logProbability: p32, gradient: p32, labels: p32, rows: p32, length: p32, scale: type.f32 }
  addFunction(module, { export: 'crossEntropy', params, result: type.f64 }, (p, local) => {
    const [at, row, bytes] = [local(), local(), local()]
    const total = local(type.f64)
    const here = add(get(p.gradient), get(at))
    const label = mul(loadInt(add(get(p.labels), mul(get(row), int(4)))), int(4))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        across(at, get(bytes), w => w.store(here, w.of('mul', w.load(here), w.spread(get(p.scale))))),
        set(at, label),
        storeSingle(here, op(f32.sub, loadSingle(here), get(p.scale))),
        set(total, op(f64.sub, get(total), op(f64.promote_f32, loadSingle(add(get(p.logProbability), get(at)))))),
        set(p.gradient, add(get(p.gradient), get(bytes))),
        set(p.logProbability, add(get(p.logProbability), get(bytes))),
      ),
      get(total),
    )
  })
}

/** squaredError(y, target, gradient, length, scale): returns the sum of (y - target)^2 in f64; gradient = (y - target) * scale. */
export function addSquaredError(module: ModuleBuilder): void {
  const params = { y: p32, target: p32, gradient: p32, length: p32, scale: type.f32 }
  addFunction(module, { export: 'squaredError', params, result: type.f64 }, (p, local) => {
    const [at, total, error] = [local(), local(type.f64), local(type.f32)]
    const here = (base: number) => add(get(base), get(at))
    return seq(
      upTo(
        at,
        mul(get(p.length), int(4)),
        int(4),
        set(error, op(f32.sub, loadSingle(here(p.y)), loadSingle(here(p.target)))),
        set(total, op(f64.add, get(total), op(f64.mul, op(f64.promote_f32, get(error)), op(f64.promote_f32, get(error))))),
        storeSingle(here(p.gradient), op(f32.mul, get(error), get(p.scale))),
      ),
      get(total),
    )
  })
}

/** countCorrect(scores, labels, rows, length): rows whose greatest score (the first of equals) stands at the label. */
export function addCountCorrect(module: ModuleBuilder): void {
  const params = { scores: p32, labels: p32, rows: p32, length: p32 }
  addFunction(module, { export: 'countCorrect', params, result: p32 }, (p, local) => {
    const [at, row, bytes, best, correct] = [local(), local(), local(), local(), local()]
    const score = (offset: number) => loadSingle(add(get(p.scores), get(offset)))
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      upTo(
        row,
        get(p.rows),
        int(1),
        set(best, int(0)),
        set(at, int(0)),
        upTo(at, get(bytes), int(4), when(op(f32.gt, score(at), score(best)), set(best, get(at)))),
        set(correct, add(get(correct), op(i32.eq, get(best), mul(loadInt(add(get(p.labels), mul(get(row), int(4)))), int(4))))),
        set(p.scores, add(get(p.scores), get(bytes))),
      ),
      get(correct),
    )
  })
}
