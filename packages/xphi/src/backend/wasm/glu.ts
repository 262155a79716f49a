/** Layers of the GLU family with their projections, on one memory: two matrix products and the gated kernel between them. */
import type { Activation } from '../../activation/activation.ts'
import { gemmBytes, gemmWorkBytes } from './gemm.ts'
import { kernelBytes, kernelTables } from './bytes.ts'
import { KernelError } from './error.ts'
import type { KernelRequest } from './kernel.ts'

/** The papers' names: W and b make the gate, V and c the value. W and V are inputs x units, rows adjacent; b and c have `units` numbers. */
export interface GluParameters {
  readonly W: Float32Array
  readonly V: Float32Array
  readonly b?: Float32Array
  readonly c?: Float32Array
}

/** The gradient of each, in its shape; of the biases only where they were given. */
export interface GluGradient extends GluParameters {
  readonly x: Float32Array
}

export interface GluLayer {
  readonly activation: Activation
  readonly inputs: number
  readonly units: number
  /** f(x W + b, x V + c): x has rows x inputs numbers, the result rows x units. */
  forward(x: Float32Array, parameters: GluParameters, out?: Float32Array): Float32Array
  /** The gradients when dy (rows x units) is that of the result. */
  backward(x: Float32Array, parameters: GluParameters, dy: Float32Array): GluGradient
}

type Gemm = (...numbers: number[]) => void
type Run = (rows: number, length: number, ...pointers: number[]) => void

const page = 65536
const line = 64

/** Where the matrices of one call lie, in bytes. */
class Layout {
  #top: number
  constructor(start: number) {
    this.#top = start
  }
  floats(count: number): number {
    const at = this.#top
    this.#top += Math.ceil((4 * count) / line) * line
    return at
  }
  get bytes(): number {
    return this.#top
  }
}

function agree(name: string, array: Float32Array, length: number): void {
  if (!(array instanceof Float32Array)) throw new KernelError(`${name} must be a Float32Array`)
  if (array.length !== length) throw new KernelError(`${name} has ${array.length} numbers, expected ${length}`)
}

/**
 * A gated layer, GLU(x, W, V, b, c) = sigmoid(x W + b) * (x V + c) and its kin (Dauphin et al. 2016; Shazeer 2020, equations 5 and 6), for any
 * gated activation. Products are summed in f32, the gate is within 0.51 ulp. Throws a KernelError for an activation that is not gated, sizes
 * that are no positive integers, and arrays whose length does not fit.
 *
 * @example
 * const layer = await gluLayer(swiglu, { inputs: 2, units: 1 })
 * const parameters = { W: new Float32Array([1, 0]), V: new Float32Array([0, 1]) }
 * layer.forward(new Float32Array([1, 3]), parameters)[0] // 2.193175
 * layer.backward(new Float32Array([1, 3]), parameters, new Float32Array([1])).V
 */
export async function gluLayer(activation: Activation, size: { readonly inputs: number; readonly units: number }): Promise<GluLayer> {
  const { inputs, units } = size
  if (activation.kind !== 'gated')
    throw new KernelError(`${activation.name} is ${activation.kind}: a gated layer takes a function of gate and value`)
  for (const [name, count] of Object.entries({ inputs, units }))
    if (!Number.isInteger(count) || count < 1) throw new KernelError(`${name} must be a positive integer, got ${count}`)
  // The work space of products first, then the tables of the kernels.
  const fixed = new Layout(line + Math.ceil(gemmWorkBytes / line) * line)
  const tables = new Map<string, number>()
  const memory = new WebAssembly.Memory({ initial: Math.ceil(fixed.bytes / page) })
  const reserve = (bytes: number): void => {
    const missing = bytes - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / page))
  }
  const instantiate = async (bytes: Uint8Array<ArrayBuffer>) =>
    (await WebAssembly.instantiate(bytes, { e: { m: memory } })).instance.exports
  const gemm = (await instantiate(gemmBytes())).gemm as unknown as Gemm
  const load = async (job: 'map' | 'backward'): Promise<Run> => {
    const request: KernelRequest = { activation, job, type: 'f32' }
    const { run } = await instantiate(kernelBytes(request))
    const tableAt = kernelTables(request).map(({ name, values }) => {
      const at = tables.get(name) ?? fixed.floats(2 * values.length)
      reserve(fixed.bytes)
      new Float64Array(memory.buffer, at, values.length).set(values)
      tables.set(name, at)
      return at
    })
    return (...numbers) => (run as unknown as Run)(...numbers, ...tableAt)
  }
  const [map, adjoint] = [await load('map'), await load('backward')]
  const numbers = Object.values(activation.parameters)
  const weights = inputs * units
  const stride = 4 * units

  const rowsOf = (x: Float32Array, { W, V, b, c }: GluParameters): number => {
    const rows = x.length / inputs
    if (!Number.isInteger(rows)) throw new KernelError(`x has ${x.length} numbers, which are no rows of ${inputs}`)
    agree('W', W, weights)
    agree('V', V, weights)
    if (b) agree('b', b, units)
    if (c) agree('c', c, units)
    return rows
  }

  /** Places the inputs of a call and computes gate and value: what both passes begin with. */
  const project = (x: Float32Array, { W, V, b, c }: GluParameters, rows: number) => {
    const layout = new Layout(fixed.bytes)
    const at = {
      x: layout.floats(rows * inputs),
      W: layout.floats(weights),
      V: layout.floats(weights),
      gate: layout.floats(rows * units),
      value: layout.floats(rows * units),
      dy: layout.floats(rows * units),
      dgate: layout.floats(rows * units),
      dvalue: layout.floats(rows * units),
      dx: layout.floats(rows * inputs),
      dW: layout.floats(weights),
      dV: layout.floats(weights),
      bias: layout.floats(units),
    }
    const parameters = numbers.map(() => layout.floats(1))
    reserve(layout.bytes)
    const floats = new Float32Array(memory.buffer)
    floats.set(x, at.x / 4)
    floats.set(W, at.W / 4)
    floats.set(V, at.V / 4)
    for (const [i, place] of parameters.entries()) floats[place / 4] = numbers[i]
    for (const [weight, into, bias] of [
      [at.W, at.gate, b],
      [at.V, at.value, c],
    ] as const) {
      if (bias) floats.set(bias, at.bias / 4)
      gemm(at.x, 4 * inputs, 4, weight, stride, 4, into, stride, rows, units, inputs, bias ? at.bias : 0, line)
    }
    return { at, floats, parameters }
  }

  const columnSums = (matrix: Float32Array): Float32Array => {
    const sums = new Float64Array(units)
    for (let i = 0; i < matrix.length; i++) sums[i % units] += matrix[i]
    return Float32Array.from(sums)
  }

  return {
    activation,
    inputs,
    units,
    forward(x, given, out = new Float32Array((x.length / inputs) * units)) {
      const rows = rowsOf(x, given)
      agree('out', out, rows * units)
      const { at, floats, parameters } = project(x, given, rows)
      map(rows, units, at.gate, stride, at.value, stride, at.dy, stride, ...parameters)
      out.set(floats.subarray(at.dy / 4, at.dy / 4 + out.length))
      return out
    },
    backward(x, given, dy) {
      const rows = rowsOf(x, given)
      agree('dy', dy, rows * units)
      const { at, floats, parameters } = project(x, given, rows)
      floats.set(dy, at.dy / 4)
      adjoint(rows, units, at.gate, stride, at.value, stride, at.dy, stride, at.dgate, stride, at.dvalue, stride, ...parameters)
      for (const [slopes, weight, gradient, accumulate] of [
        [at.dgate, at.W, at.dW, 0],
        [at.dvalue, at.V, at.dV, 1],
      ]) {
        gemm(at.x, 4, 4 * inputs, slopes, stride, 4, gradient, stride, inputs, units, rows, 0, line)
        gemm(slopes, stride, 4, weight, 4, stride, at.dx, 4 * inputs, rows, inputs, units, accumulate, line)
      }
      const taken = (address: number, length: number): Float32Array => floats.slice(address / 4, address / 4 + length)
      return {
        x: taken(at.dx, x.length),
        W: taken(at.dW, weights),
        V: taken(at.dV, weights),
        ...(given.b && { b: columnSums(taken(at.dgate, dy.length)) }),
        ...(given.c && { c: columnSums(taken(at.dvalue, dy.length)) }),
      }
    },
  }
}
