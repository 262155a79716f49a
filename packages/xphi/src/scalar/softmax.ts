// Generated from the formula `exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/define.ts'
import type { RowFunction } from '../activation/functions.ts'

/** softmax = `exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))`, in doubles. History, sources and limits: the catalogue's entry. */
export const softmax: RowFunction = /*@__PURE__*/ rowwise({ name: 'softmax', kind: 'row', formula: 'exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))', parameters: {  } })
