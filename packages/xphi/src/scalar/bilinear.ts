// Generated from the formula `gate * value` by `npm run generate`. Do not edit.
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return gate * value
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return value
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return gate
}

/**
 * bilinear = `gate * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * bilinear(0.5, 2) // 1
 * bilinear.derivative(0.5, 2) // { gate: 2, value: 0.5 }
 */
export const bilinear: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'bilinear', kind: 'gated', formula: 'gate * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
