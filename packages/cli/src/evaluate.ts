/** Values and derivatives in a chosen format, through a chosen backend. */
import { type Activation, evaluate as inDoubles, inputsOf } from 'xphi/formula'
import { type Format, roundTo } from 'xphi/number'
import type { GatedKernel, Kernel } from 'xphi/wasm'

export type Backend = 'typescript' | 'wasm'

/** By input name: its numbers. All arrays have one length. */
export type Columns = Readonly<Record<string, Float64Array>>

export interface Result {
  /** The inputs as they were used: rounded to the format. */
  readonly inputs: Columns
  readonly y: Float64Array
  /** By input: the derivative; for a row function the gradient of sum(weights y). */
  readonly slopes: Columns
}

const rounded = (columns: Columns, format: Format): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.map(x => roundTo(format, x))]))

/**
 * Inputs are rounded to the format, the function is computed in f64 (by wasm with f32: in its f32 kernel) and rounded once. `weights` go
 * with row functions.
 */
export async function evaluate(a: Activation, given: Columns, dtype: Format, backend: Backend, weights?: Float64Array): Promise<Result> {
  const inputs = rounded(given, dtype)
  const dy = weights?.map(w => roundTo(dtype, w))
  const { y, slopes } = backend === 'wasm' ? await inWasm(a, inputs, dtype === 'f32', dy) : ofTypescript(a, inputs, dy)
  return { inputs, y: y.map(v => roundTo(dtype, v)), slopes: rounded(slopes, dtype) }
}

type Outputs = Omit<Result, 'inputs'>

const ofTypescript = (a: Activation, inputs: Columns, dy?: Float64Array): Outputs =>
  a.kind === 'gated' ? inDoubles(a, { gate: inputs.gate, value: inputs.value }, dy) : inDoubles(a, { x: inputs.x }, dy)

async function inWasm(a: Activation, inputs: Columns, single: boolean, dy?: Float64Array): Promise<Outputs> {
  const { compile } = await import('xphi/wasm')
  const narrow = (column: Float64Array): Float32Array | Float64Array => (single ? Float32Array.from(column) : column)
  const [first, second] = inputsOf(a).map(name => narrow(inputs[name]))
  const seed = narrow(dy ?? new Float64Array(first.length).fill(1))
  const kernel = (await compile(a)) as Kernel | GatedKernel
  if ('mapPacked' in kernel) {
    const slopes = kernel.backward(first, second, seed)
    return {
      y: Float64Array.from(kernel.map(first, second)),
      slopes: { gate: Float64Array.from(slopes.gate), value: Float64Array.from(slopes.value) },
    }
  }
  return { y: Float64Array.from(kernel.map(first)), slopes: { x: Float64Array.from(kernel.backward(first, seed)) } }
}
