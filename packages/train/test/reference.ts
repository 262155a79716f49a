// The same networks in plain loops over doubles, for finite differences.
import { activation as named, type Activation } from 'xphi/formula'
import type { Layer, ModelSpec, Targets } from '../src/index.ts'

export type Parameters = readonly { readonly layer: number; readonly name: string; readonly values: Float64Array }[]

type Matrix = readonly Float64Array[]

function linear(x: Matrix, weight: Float64Array, bias: Float64Array | undefined, units: number): Matrix {
  return x.map(row =>
    Float64Array.from({ length: units }, (_, u) => row.reduce((sum, v, i) => sum + v * weight[u * row.length + i], bias?.[u] ?? 0)),
  )
}

type Values = Readonly<Record<string, number>>
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const softplus = (x: number): number => Math.log1p(Math.exp(x))

const pointwise: Readonly<Record<string, (x: number, p: Values) => number>> = {
  tanh: Math.tanh,
  silu: x => x * sigmoid(x),
  gelu_tanh: x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  mish: x => x * Math.tanh(softplus(x)),
  softplus,
  snake: (x, { a }) => x + Math.sin(a * x) ** 2 / a,
  swish: (x, { beta }) => x * sigmoid(beta * x),
  prelu: (x, { alpha }) => (x > 0 ? x : alpha * x),
  mine: (x, { a, b }) => a * x * sigmoid(b * x),
}

const gates: Readonly<Record<string, (gate: number, value: number, p: Values) => number>> = {
  swiglu: (g, v) => g * sigmoid(g) * v,
  glu: (g, v) => sigmoid(g) * v,
  gtu: (g, v) => sigmoid(g) * Math.tanh(v),
  bilinear: (g, v) => g * v,
  mine: (g, v, { b }) => g * sigmoid(b * g) * v,
}

function logSoftmax(row: Float64Array): Float64Array {
  const greatest = Math.max(...row)
  const total = greatest + Math.log(row.reduce((sum, v) => sum + Math.exp(v - greatest), 0))
  return row.map(v => v - total)
}

const solu = (row: Float64Array): Float64Array => logSoftmax(row).map((v, j) => row[j] * Math.exp(v))

const wholeRows: Readonly<Record<string, (row: Float64Array) => Float64Array>> = {
  softmax: row => logSoftmax(row).map(Math.exp),
  log_softmax: logSoftmax,
  solu,
  solu_ln: row => normalised(solu(row), true, 1e-5),
}

function normalised(row: Float64Array, centred: boolean, epsilon: number): Float64Array {
  const mean = centred ? row.reduce((sum, v) => sum + v, 0) / row.length : 0
  const square = row.reduce((sum, v) => sum + (v - mean) ** 2, 0) / row.length
  return row.map(v => (v - mean) / Math.sqrt(square + epsilon))
}

/** The parameters of an activation that hold for one channel. */
function valuesAt(activation: Activation, own: Parameters, channel: number): Values {
  const trained = own.filter(({ name }) => name in activation.parameters)
  return {
    ...activation.parameters,
    ...Object.fromEntries(trained.map(({ name, values }) => [name, values[values.length > 1 ? channel : 0]])),
  }
}

function forward(x: Matrix, layer: Layer, own: Parameters): Matrix {
  const tensor = (name: string) => own.find(p => p.name === name)?.values
  if (layer.kind === 'linear') return linear(x, tensor('weight')!, tensor('bias'), layer.units)
  if (layer.kind === 'gated' || layer.kind === 'activation') {
    const a = typeof layer.activation === 'string' ? named(layer.activation) : layer.activation
    if (layer.kind === 'activation' && a.kind === 'row') return x.map(wholeRows[a.name])
    if (layer.kind === 'activation') return x.map(row => row.map((v, j) => pointwise[a.name](v, valuesAt(a, own, j))))
    const both = linear(x, tensor('weight')!, tensor('bias'), 2 * layer.units)
    return both.map(row => row.slice(0, layer.units).map((g, j) => gates[a.name](g, row[layer.units + j], valuesAt(a, own, j))))
  }
  return x.map(row =>
    normalised(row, layer.kind === 'layernorm', layer.epsilon ?? 1e-5).map((v, j) => v * tensor('weight')![j] + (tensor('bias')?.[j] ?? 0)),
  )
}

export function referenceLoss(spec: ModelSpec, parameters: Parameters, x: ArrayLike<number>, y: Targets): number {
  const rows = x.length / spec.inputs
  let signal: Matrix = Array.from({ length: rows }, (_, r) => Float64Array.from({ length: spec.inputs }, (_, i) => x[r * spec.inputs + i]))
  spec.layers.forEach((layer, i) => {
    signal = forward(
      signal,
      layer,
      parameters.filter(p => p.layer === i),
    )
  })
  const width = signal[0].length
  const ofRow = (row: Float64Array, r: number) => {
    if (spec.loss === 'mse') return row.reduce((sum, v, j) => sum + (v - y[r * width + j]) ** 2, 0) / width
    return -logSoftmax(row)[y[r]]
  }
  return signal.reduce((sum, row, r) => sum + ofRow(row, r), 0) / rows
}
