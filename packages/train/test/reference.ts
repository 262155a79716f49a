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

/** Rows with those before them in their sequence: x_t | x_(t-1) | ..., zeros before its beginning. */
function withEarlier(x: Matrix, taps: number, sequence: number): Matrix {
  const zeros = new Float64Array(x[0].length)
  return x.map((_, r) =>
    Float64Array.from(Array.from({ length: taps }, (_, tap) => [...(tap <= r % sequence ? x[r - tap] : zeros)]).flat()),
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

/** Rows attend to the rows of their sequence, one head and one pair of rows at a time. */
function attention(x: Matrix, layer: Layer & { kind: 'attention' }, tensor: (name: string) => Float64Array | undefined, sequence: number) {
  const { heads, keyValueHeads = heads, causal = true, rotary = false, theta = 10000 } = layer
  const width = x[0].length
  const size = width / heads
  const packed = linear(x, tensor('input.weight')!, tensor('input.bias'), width + 2 * keyValueHeads * size)
  const turned = (row: number, from: number) => {
    const head = packed[row].slice(from, from + size)
    if (!rotary) return head
    return head.map((v, i) => {
      const angle = (row % sequence) / theta ** ((i - (i % 2)) / size)
      const other = i % 2 === 0 ? -head[i + 1] : head[i - 1]
      return v * Math.cos(angle) + other * Math.sin(angle)
    })
  }
  const mixed = x.map((_, row) => {
    const start = row - (row % sequence)
    const end = causal ? row + 1 : Math.min(start + sequence, x.length)
    const seen = Array.from({ length: end - start }, (_, i) => start + i)
    return Float64Array.from({ length: width }, (_, channel) => {
      const head = Math.floor(channel / size)
      const shared = size * Math.floor((head * keyValueHeads) / heads)
      const query = turned(row, head * size)
      const scores = seen.map(other => turned(other, width + shared).reduce((sum, k, i) => sum + k * query[i], 0) / Math.sqrt(size))
      const shares = logSoftmax(Float64Array.from(scores)).map(Math.exp)
      const value = width + keyValueHeads * size + shared + (channel % size)
      return seen.reduce((sum, other, i) => sum + shares[i] * packed[other][value], 0)
    })
  })
  return linear(mixed, tensor('output.weight')!, tensor('output.bias'), width)
}

/** One row after another, each with the state that the one before it left. */
function lstm(x: Matrix, units: number, tensor: (name: string) => Float64Array | undefined, sequence: number): Matrix {
  const fromInput = linear(x, tensor('input.weight')!, tensor('input.bias'), 4 * units)
  const zeros = new Float64Array(units)
  let [hidden, cell] = [zeros, zeros]
  return fromInput.map((sums, row) => {
    if (row % sequence === 0) [hidden, cell] = [zeros, zeros]
    const [before] = linear([hidden], tensor('recurrent.weight')!, undefined, 4 * units)
    const gate = (index: number, unit: number) => sums[index * units + unit] + before[index * units + unit]
    cell = cell.map((c, u) => sigmoid(gate(1, u)) * c + sigmoid(gate(0, u)) * Math.tanh(gate(2, u)))
    hidden = cell.map((c, u) => sigmoid(gate(3, u)) * Math.tanh(c))
    return hidden
  })
}

interface Surroundings {
  readonly sequence: number
  /** The model's input. */
  readonly features: Matrix
  readonly embedding: Float64Array | undefined
}

function through(x: Matrix, layers: readonly Layer[], ownOf: (index: number) => Parameters, around: Surroundings): Matrix {
  return layers.reduce((signal, layer, i) => forward(signal, layer, ownOf(i), around), x)
}

/** The parameters of one of the layers within a layer. */
const within = (own: Parameters, index: number): Parameters =>
  own.filter(({ name }) => name.startsWith(`${index}.`)).map(p => ({ ...p, name: p.name.slice(`${index}.`.length) }))

function forward(x: Matrix, layer: Layer, own: Parameters, around: Surroundings): Matrix {
  const tensor = (name: string) => own.find(p => p.name === name)?.values
  const { sequence } = around
  if (layer.kind === 'linear') return linear(withEarlier(x, layer.taps ?? 1, sequence), tensor('weight')!, tensor('bias'), layer.units)
  if (layer.kind === 'dropout') return x
  if (layer.kind === 'append')
    return x.map((row, r) => Float64Array.of(...row, ...layer.features.map(i => (layer.factor ?? 1) * around.features[r][i])))
  if (layer.kind === 'lstm') return lstm(x, layer.units, tensor, sequence)
  if (layer.kind === 'attention') return attention(x, layer, tensor, sequence)
  if (layer.kind === 'unembedding') return linear(x, around.embedding!, undefined, around.embedding!.length / x[0].length)
  if (layer.kind === 'residual') {
    const inner = through(x, layer.layers, i => within(own, i), around)
    return x.map((row, r) => row.map((v, j) => v + inner[r][j]))
  }
  if (layer.kind === 'embedding') {
    const { units } = layer
    return x.map((tokens, r) =>
      Float64Array.from({ length: tokens.length * units }, (_, j) => {
        const place = layer.positions ? tensor('positions')![(r % sequence) * tokens.length * units + j] : 0
        return tensor('weight')![tokens[Math.floor(j / units)] * units + (j % units)] + place
      }),
    )
  }
  if (layer.kind === 'gated' || layer.kind === 'activation') {
    const a = typeof layer.activation === 'string' ? named(layer.activation) : layer.activation
    if (layer.kind === 'activation' && a.kind === 'row') return x.map(wholeRows[a.name])
    if (layer.kind === 'activation') return x.map(row => row.map((v, j) => pointwise[a.name](v, valuesAt(a, own, j))))
    const both = linear(withEarlier(x, layer.taps ?? 1, sequence), tensor('weight')!, tensor('bias'), 2 * layer.units)
    return both.map(row => row.slice(0, layer.units).map((g, j) => gates[a.name](g, row[layer.units + j], valuesAt(a, own, j))))
  }
  return x.map(row =>
    normalised(row, layer.kind === 'layernorm', layer.epsilon ?? 1e-5).map((v, j) => v * tensor('weight')![j] + (tensor('bias')?.[j] ?? 0)),
  )
}

export function referenceLoss(spec: ModelSpec, parameters: Parameters, x: ArrayLike<number>, y: Targets): number {
  const rows = x.length / spec.inputs
  const inputs = Array.from({ length: rows }, (_, r) => Float64Array.from({ length: spec.inputs }, (_, i) => x[r * spec.inputs + i]))
  const embedding = spec.layers[0].kind === 'embedding' ? parameters[0].values : undefined
  const ownOf = (index: number) => parameters.filter(p => p.layer === index)
  const signal = through(inputs, spec.layers, ownOf, { sequence: spec.sequence ?? 1, features: inputs, embedding })
  const width = signal[0].length
  const ofRow = (row: Float64Array, r: number) => {
    if (spec.loss === 'mse') return row.reduce((sum, v, j) => sum + (v - y[r * width + j]) ** 2, 0) / width
    return -logSoftmax(row)[y[r]]
  }
  return signal.reduce((sum, row, r) => sum + ofRow(row, r), 0) / rows
}
