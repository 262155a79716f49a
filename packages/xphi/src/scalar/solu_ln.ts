// Generated from the formula `layernorm(solu(x), eps)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/define.ts'
import type { RowFunction } from '../activation/functions.ts'

/** solu_ln = `layernorm(solu(x), eps)`, in doubles. History, sources and limits: the catalogue's entry. */
export const solu_ln: RowFunction = /*@__PURE__*/ rowwise({ name: 'solu_ln', kind: 'row', formula: 'layernorm(solu(x), eps)', parameters: { eps: 0.00001 } })
