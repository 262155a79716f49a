/** Values and derivatives in a chosen format, through a chosen backend. */
import type { GatedScalar, PointwiseScalar } from 'xphi'
import { type Activation, evaluate as inDoubles, functionOf, inputsOf } from 'xphi/formula'
import { type Format, roundTo } from 'xphi/number'

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

const roundedColumns = (columns: Columns, format: Format): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.map(x => roundTo(format, x))]))

export interface Through {
  readonly dtype: Format
  readonly backend: Backend
  /** Of wasm's f32 kernels. */
  readonly mode: 'exact' | 'fast'
}

/**
 * Inputs are rounded to the format; results are the exact ones rounded once (typescript), or the kernel's (wasm, in f32 for f32 and else in
 * f64). `weights` go with row functions. `report` is told where there is no fast kernel.
 */
export async function evaluate(
  a: Activation,
  given: Columns,
  through: Through,
  weights: Float64Array | undefined,
  report: (message: string) => void,
): Promise<Result> {
  const { dtype, backend } = through
  const inputs = roundedColumns(given, dtype)
  const dy = weights?.map(w => roundTo(dtype, w))
  const { y, slopes } = backend === 'wasm' ? await inWasm(a, inputs, through, dy, report) : await ofTypescript(a, inputs, dtype, dy)
  return { inputs, y: y.map(v => roundTo(dtype, v)), slopes: roundedColumns(slopes, dtype) }
}

type Outputs = Omit<Result, 'inputs'>

async function ofTypescript(a: Activation, inputs: Columns, dtype: Format, dy?: Float64Array): Promise<Outputs> {
  if (dtype === 'f64' || a.kind === 'row')
    return a.kind === 'gated' ? inDoubles(a, { gate: inputs.gate, value: inputs.value }, dy) : inDoubles(a, { x: inputs.x }, dy)
  const { rounded } = await import('xphi')
  if (a.kind === 'gated') {
    const f = rounded(functionOf(a) as GatedScalar, dtype)
    const slopes = Array.from(inputs.gate, (gate, i) => f.derivative(gate, inputs.value[i]))
    return {
      y: inputs.gate.map((gate, i) => f(gate, inputs.value[i])),
      slopes: { gate: Float64Array.from(slopes, s => s.gate), value: Float64Array.from(slopes, s => s.value) },
    }
  }
  const f = rounded(functionOf(a) as PointwiseScalar, dtype)
  return { y: inputs.x.map(x => f(x)), slopes: { x: inputs.x.map(x => f.derivative(x)) } }
}

async function inWasm(
  a: Activation,
  inputs: Columns,
  { dtype, mode }: Through,
  dy: Float64Array | undefined,
  report: (message: string) => void,
): Promise<Outputs> {
  const { compile } = await import('xphi/wasm')
  const single = dtype === 'f32'
  const narrow = (column: Float64Array): Float32Array | Float64Array => (single ? Float32Array.from(column) : column)
  const [first, second] = inputsOf(a).map(name => narrow(inputs[name]))
  const seed = narrow(dy ?? new Float64Array(first.length).fill(1))
  const kernel = await compile(a, { mode })
  for (const [job, { mode: given, why }] of Object.entries(kernel.mode))
    if (given !== mode) report(`${a.name}: ${job} has no ${mode} kernel, so it is ${given}${why === undefined ? '' : `: ${why}`}`)
  if ('mapPacked' in kernel) {
    const slopes = kernel.backward(first, second, seed)
    return {
      y: Float64Array.from(kernel.map(first, second)),
      slopes: { gate: Float64Array.from(slopes.gate), value: Float64Array.from(slopes.value) },
    }
  }
  return { y: Float64Array.from(kernel.map(first)), slopes: { x: Float64Array.from(kernel.backward(first, seed)) } }
}
