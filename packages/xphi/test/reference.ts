/** Expressions in 600 bits: the canonical interpreter on the exact reference, and derivatives by central differences of it. */
import { interpret } from '../src/ir/index.ts'
import type { Expr } from '../src/ir/index.ts'
import { exactArithmetic } from '../src/lower/exact.ts'
import { type BigFloat, createBigArithmetic, scale } from '../src/number/index.ts'

export const big = createBigArithmetic(600)
const exact = exactArithmetic(big)

export type Point = Readonly<Record<string, number | BigFloat>>

export const bigOf = (v: number | BigFloat): BigFloat => (typeof v === 'number' ? big.fromNumber(v) : v)
const all = (values: Point): Record<string, BigFloat> => Object.fromEntries(Object.entries(values).map(([n, v]) => [n, bigOf(v)]))

/** The value where every name, input or parameter, has one number. */
export function evaluated(e: Expr, at: Point): BigFloat {
  const values = all(at)
  return interpret(e, exact, { inputs: Object.fromEntries(Object.entries(values).map(([n, v]) => [n, [v]])), parameters: values })[0]
}

/** The values over a row. */
export function rowOf(e: Expr, rows: Readonly<Record<string, readonly (number | BigFloat)[]>>, parameters: Point = {}): BigFloat[] {
  const inputs = Object.fromEntries(Object.entries(rows).map(([n, row]) => [n, row.map(bigOf)]))
  return interpret(e, exact, { inputs, parameters: all(parameters) })
}

/** (f(v + h) - f(v - h)) / 2h with h = 2^-150: some 90 digits where f is smooth and of moderate size. */
export function difference(f: (v: BigFloat) => BigFloat, v: number | BigFloat, power = -150): BigFloat {
  const h = scale(big.fromNumber(1), power)
  const [up, down] = [f(big.add(bigOf(v), h)), f(big.sub(bigOf(v), h))]
  return scale(big.sub(up, down), -power - 1)
}

/** By how much a and b differ, in units of the larger one (or of `least`, where both are small). */
export function relative(a: BigFloat, b: BigFloat, least = 1e-60): number {
  const size = (v: BigFloat): number => Math.abs(big.toNumber(v))
  return size(big.sub(a, b)) / Math.max(size(a), size(b), least)
}
