// Generated from the formula `x * softmax(x)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/rowwise.ts'
import type { RowFunction } from '../activation/functions.ts'

/**
 * solu = `x * softmax(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * solu(Float64Array.of(1, 2)) // [0.2689414213699951, 1.4621171572600098]
 * solu.derivative(Float64Array.of(1, 2), Float64Array.of(1, 0)) // [0.46555335461147695, -0.19661193324148185]
 */
export const solu: RowFunction = /*@__PURE__*/ rowwise({ name: 'solu', kind: 'row', formula: 'x * softmax(x)', parameters: {  } })
