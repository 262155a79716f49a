// Generated from the formula `x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/rowwise.ts'
import type { RowFunction } from '../activation/functions.ts'

/**
 * log_softmax = `x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * log_softmax(Float64Array.of(1, 2)) // [-1.3132616875182228, -0.3132616875182228]
 * log_softmax.derivative(Float64Array.of(1, 2), Float64Array.of(1, 0)) // [0.7310585786300049, -0.7310585786300049]
 */
export const log_softmax: RowFunction = /*@__PURE__*/ rowwise({ name: 'log_softmax', kind: 'row', formula: 'x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))', parameters: {  } })
