// Generated from the formula `relu(gate) * value` by `npm run generate`. Do not edit.
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? (gate * value) : 0
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? value : 0
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  return (0 < gate) ? gate : 0
}

/**
 * reglu = `relu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * reglu(0.5, 2) // 1
 * reglu.derivative(0.5, 2) // { gate: 2, value: 0.5 }
 */
export const reglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'reglu', kind: 'gated', formula: 'relu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
