// Generated from the formula `(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/rowwise.ts'
import type { RowFunction } from '../activation/functions.ts'

/**
 * layernorm = `(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * layernorm(Float64Array.of(1, 2)) // [-0.99998000059998, 0.99998000059998]
 * layernorm.derivative(Float64Array.of(1, 2), Float64Array.of(1, 0)) // [0.000039997600119994405, -0.000039997600119994405]
 */
export const layernorm: RowFunction = /*@__PURE__*/ rowwise({ name: 'layernorm', kind: 'row', formula: '(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)', parameters: { eps: 0.00001 } })
