/**
 * Correct rounding by Ziv's strategy (A. Ziv 1991, ACM Transactions on Mathematical Software 17(3):410): the double is believed unless a
 * boundary of rounding lies near it; then the exact reference decides, with more bits until it can.
 */
import { expressionOf, inputsOf } from '../../activation/activation.ts'
import { carry, type GatedScalar, type PointwiseScalar } from '../../activation/functions.ts'
import { slopeOf } from '../../differentiate/index.ts'
import { type Arithmetic, type Expr, input, interpret, type Op } from '../../ir/index.ts'
import { exactArithmetic } from '../../lower/exact.ts'
import {
  abs,
  add,
  type BigFloat,
  compare,
  createBigArithmetic,
  type Format,
  fromNumber,
  mul,
  type RoundingOptions,
  roundTo,
  scale,
  sub,
  toNumber,
} from '../../number/index.ts'

// Far wider than the error of a double, and met by one result in 30,000 where the format is f32.
const doubt = 2 ** -40
const precisions = [128, 256, 512, 1024, 2048] as const

type Evaluate = (x: readonly number[], parameters: readonly number[]) => number

/**
 * The same activation, its value and derivatives rounded once to a format: the number nearest to the exact result, ties to even, for every
 * input. Overflow is an infinity (NaN in e4m3), or the largest number with `saturate`. NaN gives NaN. Inputs are taken as they are given. In
 * f64 the exact reference decides every result, which takes about a millisecond.
 *
 * @example
 * const gelu16 = rounded(gelu, 'f16')
 * gelu16(-1) // -0.1586914062
 * gelu16.derivative(-1)
 */
export function rounded(f: PointwiseScalar, format: Format, options?: RoundingOptions): PointwiseScalar
export function rounded(f: GatedScalar, format: Format, options?: RoundingOptions): GatedScalar
export function rounded(f: PointwiseScalar | GatedScalar, format: Format, options: RoundingOptions = {}): PointwiseScalar | GatedScalar {
  const { name, formula, parameters } = f
  const names = inputsOf(f)
  const once = (expression: () => Expr, inDoubles: Evaluate): Evaluate => {
    return (x, given) => {
      const y = inDoubles(x, given)
      const near = roundTo(format, y * (1 - doubt), options)
      if (Object.is(near, roundTo(format, y * (1 + doubt), options))) return near
      // At infinity a formula means its limit, which the double is.
      if (!x.every(Number.isFinite)) return roundTo(format, y, options)
      const values = Object.entries(parameters).map(([key, value], i) => [key, given[i] ?? value] as const)
      return decided(expression(), Object.fromEntries(names.map((n, i) => [n, x[i]])), Object.fromEntries(values), format, options)
    }
  }
  const root = (): Expr => expressionOf(f)
  const slope = (by: string) => (): Expr => slopeOf(expressionOf(f), input(by))
  const data = { name, formula, parameters }
  if (f.kind === 'gated') {
    const value = once(root, ([a, b], p) => f(a, b, ...p))
    const [dgate, dvalue] = (['gate', 'value'] as const).map(by => once(slope(by), ([a, b], p) => f.derivative(a, b, ...p)[by]))
    return carry((gate: number, v: number, ...p: number[]) => value([gate, v], p), {
      ...data,
      kind: 'gated',
      derivative: (gate: number, v: number, ...p: number[]) => ({ gate: dgate([gate, v], p), value: dvalue([gate, v], p) }),
    })
  }
  const value = once(root, ([x], p) => f(x, ...p))
  const dx = once(slope('x'), ([x], p) => f.derivative(x, ...p))
  return carry((x: number, ...p: number[]) => value([x], p), {
    ...data,
    kind: 'pointwise',
    derivative: (x: number, ...p: number[]) => dx([x], p),
  })
}

type Numbers = Readonly<Record<string, number>>

/** They come as near to +-1 as one likes, and never there: x - tanh(x) is no tie. */
const approaching: ReadonlySet<Op> = /*@__PURE__*/ new Set<Op>(['tanh', 'sigmoid', 'erf', 'normcdf', 'expm1'])

/** The reference, with 1 where a function comes too near to it as what is a little less. */
function arithmeticOf(bits: number): Arithmetic<BigFloat> {
  const exact = exactArithmetic(createBigArithmetic(bits))
  const one = fromNumber(1)
  const less = sub(one, scale(one, (-bits * 3) / 4), bits)
  const unary: Arithmetic<BigFloat>['unary'] = (op, a) => {
    const value = exact.unary(op, a)
    return approaching.has(op) && a.kind === 'finite' && compare(abs(value), one) === 0 ? mul(value, less, bits) : value
  }
  return { ...exact, unary }
}

/**
 * The exact value, rounded: at a precision that the one before agrees with, and at which an error of half its bits would change nothing. Two are
 * needed since what cancels shows only so. What no precision decides is a tie.
 */
function decided(e: Expr, inputs: Numbers, parameters: Numbers, format: Format, options: RoundingOptions): number {
  const environment = {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, [fromNumber(x)]])),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, x]) => [name, fromNumber(x)])),
  }
  let value: BigFloat = fromNumber(0)
  for (const bits of precisions) {
    const before = value
    value = interpret(e, arithmeticOf(bits), environment)[0]
    const apart = abs(sub(value, before, bits))
    if (compare(apart, scale(abs(value), -32)) >= 0) continue
    const error = add(scale(apart, -32), scale(abs(value), -bits / 2), bits)
    const [below, above] = [sub(value, error, bits), add(value, error, bits)].map(v => toNumber(v, format, options))
    if (Object.is(below, above)) return below
  }
  return toNumber(value, format, options)
}
