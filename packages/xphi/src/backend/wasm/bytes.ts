/** Kernels as bytes, of either mode. */
import type { TableName } from '../../lower/tape.ts'
import { tables } from '../../number/tables.ts'
import { planFast } from './fast.ts'
import { type KernelRequest, type PlannedKernel, planKernel } from './kernel.ts'
import { planRow } from './rows.ts'
import { scratchBytes } from './plan.ts'
import { emitKernel } from './template.ts'

/** As `compile` plans it. */
export const planOf = (request: KernelRequest): PlannedKernel =>
  planKernel(request, { row: planRow, ...(request.mode === 'fast' ? { fast: planFast } : {}) })

/**
 * The WebAssembly module of one kernel, for those who bring their own memory. It imports the memory as "e" "m" and exports
 * run(rows, length, ...): pointer and row stride in bytes of each input and output array, a pointer for each parameter gradient (f64,
 * added to), a pointer for each parameter, a pointer for each table of `kernelTables`, and where `kernelScratch` is not 0 a pointer to
 * memory that it may write. In place is allowed.
 *
 * @example kernelBytes({ activation: activation('gelu'), job: 'map', type: 'f32' })
 */
export function kernelBytes(request: KernelRequest): Uint8Array<ArrayBuffer> {
  return emitKernel(planOf(request).plan)
}

/**
 * The numbers that a kernel reads beside its arrays, in the order of its last arguments: doubles, at addresses that 8 divides.
 *
 * @example
 * kernelTables({ activation: activation('snake'), job: 'map', type: 'f32' }).map(({ name }) => name) // ['turns']
 */
export function kernelTables(request: KernelRequest): readonly { readonly name: TableName; readonly values: Float64Array }[] {
  return planOf(request).shape.tables.map(name => ({ name, values: tables[name]() }))
}

/**
 * The bytes that a kernel writes to at the address of its last argument, for rows of `length` elements: row functions keep there what they
 * compute once. 0 where it needs none and has no such argument. 8 divides the address.
 *
 * @example
 * kernelScratch({ activation: activation('softmax'), job: 'map', type: 'f32' }, 1000) // 8032
 * kernelScratch({ activation: activation('gelu'), job: 'map', type: 'f32' }, 1000) // 0
 */
export function kernelScratch(request: KernelRequest, length: number): number {
  return scratchBytes(planOf(request).shape, length)
}
