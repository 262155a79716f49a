// Generated from the formula `exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/rowwise.ts'
import type { RowFunction } from '../activation/functions.ts'

/**
 * softmax = `exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * softmax(Float64Array.of(1, 2)) // [0.2689414213699951, 0.7310585786300049]
 * softmax.derivative(Float64Array.of(1, 2), Float64Array.of(1, 0)) // [0.19661193324148185, -0.19661193324148185]
 */
export const softmax: RowFunction = /*@__PURE__*/ rowwise({ name: 'softmax', kind: 'row', formula: 'exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))', parameters: {  } })
