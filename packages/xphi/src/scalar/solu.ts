// Generated from the formula `x * softmax(x)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/define.ts'
import type { RowFunction } from '../activation/functions.ts'

/** solu = `x * softmax(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const solu: RowFunction = /*@__PURE__*/ rowwise({ name: 'solu', kind: 'row', formula: 'x * softmax(x)', parameters: {  } })
