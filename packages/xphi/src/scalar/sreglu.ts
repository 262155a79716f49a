// Generated from the formula `relu2(gate) * value` by `npm run generate`. Do not edit.
import { productError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v), value)
  const a = gate * gate
  const b = productError(a, value) + (productError(gate, gate) * value)
  return (0 < gate) ? ((a * value) + b) : 0
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? (value * (gate * 2)) : 0
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? (gate * gate) : 0
}

/** sreglu = `relu2(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const sreglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'sreglu', kind: 'gated', formula: 'relu2(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
