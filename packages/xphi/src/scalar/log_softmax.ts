// Generated from the formula `x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/define.ts'
import type { RowFunction } from '../activation/functions.ts'

/** log_softmax = `x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))`, in doubles. History, sources and limits: the catalogue's entry. */
export const log_softmax: RowFunction = /*@__PURE__*/ rowwise({ name: 'log_softmax', kind: 'row', formula: 'x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))', parameters: {  } })
