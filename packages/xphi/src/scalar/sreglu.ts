// Generated from the formula `relu2(gate) * value` by `npm run generate`. Do not edit.
import { productError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (value - value !== 0) return extend(v => evaluate(gate, v), value)
  const a = exponent(gate)
  const b = ldexp(gate, -a)
  const c = exponent(value)
  const d = ldexp(value, -c)
  const e = b * b
  const f = (e * d) - (productError(e, d) - ((-productError(b, b)) * d))
  const g = 0 < gate
  return ldexp(g ? f : 0, g ? ((a + a) + c) : 0)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
  const a = exponent(gate)
  const b = exponent(value)
  const c = 0 < gate
  const d = ldexp(c ? (ldexp(value, -b) * (ldexp(gate, -a) * 2)) : 0, c ? (b + a) : 0)
  return d
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? (gate * gate) : 0
}

/**
 * sreglu = `relu2(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * sreglu(0.5, 2) // 0.5
 * sreglu.derivative(0.5, 2) // { gate: 2, value: 0.25 }
 */
export const sreglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'sreglu', kind: 'gated', formula: 'relu2(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
