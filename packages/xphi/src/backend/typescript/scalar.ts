/** A pointwise or gated program as a function of doubles: the tape, and around it NaN, zero and the far ends. */
import { derivative } from '../../differentiate/index.ts'
import { type Expr, input, isConst, topological, transform, zero } from '../../ir/index.ts'
import { constantValue, lower, type Program } from '../../lower/lower.ts'
import { extend, isFar } from '../../number/extend.ts'
import { type Registers, runner } from './run.ts'

export interface Ends {
  /** The inputs that are extended beyond 2^300; none when logarithms or waves take part, since then no power law holds far out. */
  readonly far: readonly string[]
  /** The inputs that are extended at infinity alone: the expression is linear in them, and products hold at any size. */
  readonly infinite: readonly string[]
  /** True when f(+-0) = +-0, and f(0) = 0 for any other parameters too. */
  readonly keepsZero: boolean
}

/** Whether what is left of an expression where its inputs are 0 is 0, whatever the parameters. */
function vanishes(e: Expr): boolean {
  const left = transform(e, n => {
    if (n.op === 'input') return zero
    if (n.op !== 'select') return constantValue(n)?.h === 0 ? zero : n
    const [{ op, args }, then, otherwise] = n.args
    const [a, b] = args.map(constantValue)
    if (!a || !b) return n
    const holds = op === 'lt' ? a.h < b.h : op === 'le' ? a.h <= b.h : a.h === b.h
    return holds ? then : otherwise
  })
  return isConst(left, 0)
}

/** How an expression behaves at zero and far out, for the templates around its tape. */
export function endsOf(e: Expr, inputs: readonly string[], parameters: Readonly<Record<string, number>>): Ends {
  const wavy = topological([e]).some(n => ['log', 'log1p', 'sin', 'cos'].includes(n.op))
  const linear = (name: string): boolean => !topological([derivative(e, input(name))]).includes(input(name))
  const far = wavy ? [] : inputs.filter(name => inputs.length === 1 || !linear(name))
  const infinite = wavy ? [] : inputs.filter(name => !far.includes(name))
  return { far, infinite, keepsZero: inputs.length === 1 && keepsZero(e, () => lower([e], 'plain'), 0, parameters) }
}

/** Whether f(+-0) = +-0, and f(0) = 0 for any other parameters too, of a function of x that is one output of a plain program. */
export function keepsZero(e: Expr, plain: () => Program, output: number, parameters: Registers): boolean {
  if (!vanishes(e)) return false
  const run = runner(plain().phases[0].tape)
  return [0, -0].every(zero => Object.is(run({ ...parameters, x: zero })[output], zero))
}

/** Evaluates one output at the inputs' values; parameters are bound. */
export function scalarFunction(program: Program, inputs: readonly string[], parameters: Registers, ends: Ends): (...x: number[]) => number {
  const run = runner(program.phases[0].tape)
  const values: Record<string, number> = { ...parameters }
  const evaluate = (x: readonly number[]): number => {
    inputs.forEach((name, i) => {
      values[name] = x[i]
    })
    return run(values)[0]
  }
  const whole = (x: readonly number[]): number => {
    const i = x.findIndex((v, n) => (ends.far.includes(inputs[n]) ? isFar(v) : ends.infinite.includes(inputs[n]) && v - v !== 0))
    return i < 0 ? evaluate(x) : extend(v => whole(x.map((u, n) => (n === i ? v : u))), x[i])
  }
  return (...x) => {
    if (x.some(v => v !== v)) return Number.NaN
    if (ends.keepsZero && x[0] === 0) return x[0]
    return whole(x)
  }
}
