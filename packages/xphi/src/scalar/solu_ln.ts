// Generated from the formula `layernorm(solu(x), eps)` by `npm run generate`. Do not edit.
import { rowwise } from '../backend/typescript/rowwise.ts'
import type { RowFunction } from '../activation/functions.ts'

/**
 * solu_ln = `layernorm(solu(x), eps)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * solu_ln(Float64Array.of(1, 2)) // [-0.999985952080237, 0.999985952080237]
 * solu_ln.derivative(Float64Array.of(1, 2), Float64Array.of(1, 0)) // [0.00002022129502424304, -0.00003110258896542402]
 */
export const solu_ln: RowFunction = /*@__PURE__*/ rowwise({ name: 'solu_ln', kind: 'row', formula: 'layernorm(solu(x), eps)', parameters: { eps: 0.00001 } })
