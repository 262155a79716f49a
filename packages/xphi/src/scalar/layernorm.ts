// Generated from the formula `(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/define.ts'
import type { RowFunction } from '../activation/functions.ts'

/** layernorm = `(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)`, in doubles. History, sources and limits: the catalogue's entry. */
export const layernorm: RowFunction = /*@__PURE__*/ rowwise({ name: 'layernorm', kind: 'row', formula: '(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)', parameters: { eps: 0.00001 } })
