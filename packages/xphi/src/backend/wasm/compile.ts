/** Array kernels: an activation compiled to WebAssembly in a memory of its own. */
import { type Activation, inputsOf } from '../../activation/activation.ts'
import { functionOf } from '../typescript/define.ts'
import { isFar } from '../../number/extend.ts'
import type { TableName } from '../../lower/tape.ts'
import { tables } from '../../number/tables.ts'
import type { GatedScalar, PointwiseScalar } from '../../activation/functions.ts'
import { hasFma } from './fma.ts'
import { KernelError, type KernelRequest, type Mode, planKernel } from './kernel.ts'
import type { KernelShape } from './plan.ts'
import { emitKernel } from './template.ts'

export type FloatArray = Float32Array | Float64Array

export interface CompileOptions {
  /** Values for parameters, in place of the activation's own. */
  readonly parameters?: Readonly<Record<string, number>>
  /**
   * exact (the default): f32 results within 0.51 ulp. fast: singles inside, f32 results within 4 ulp where they are normal (`backward`: the derivative;
   * its product with dy rounds once more), where the formula has such a form: `Kernel.mode` says. Arrays of doubles are the same in both.
   */
  readonly mode?: Mode
  /**
   * Products that feed a sum are not rounded, where the engine has relaxed SIMD and fuses (`Kernel.fma` says): 1.1 to 1.4 times faster, within the
   * same bounds, but not the bits that every engine gives. Default false.
   */
  readonly fma?: boolean
}

/** Of each job: the mode of its f32 kernel, and where `fast` was asked for and is not given, why. */
export type KernelModes = Readonly<Record<'map' | 'backward', { readonly mode: Mode; readonly why?: string }>>

export interface RowOptions {
  /** Elements a row, for row functions; the whole array when left out. Divides the array's length. */
  readonly length?: number
}

export interface GatedGradient<A extends FloatArray> {
  readonly gate: A
  readonly value: A
}

/** An activation on arrays, of any length; `out` may be the input. Accuracy: CompileOptions.mode. */
export interface Kernel {
  readonly activation: Activation
  readonly mode: KernelModes
  /** Whether its products are fused with sums: asked for, and this engine can. */
  readonly fma: boolean
  /** y = f(x), element by element, or row by row. */
  map<A extends FloatArray>(x: A, out?: A, options?: RowOptions): A
  /** dx = dy f'(x): the gradient with respect to x when dy is that with respect to y. */
  backward<A extends FloatArray>(x: A, dy: A, out?: A, options?: RowOptions): A
}

export interface GatedKernel {
  readonly activation: Activation
  readonly mode: KernelModes
  /** Whether its products are fused with sums: asked for, and this engine can. */
  readonly fma: boolean
  /** y = f(gate, value), arrays of one length. */
  map<A extends FloatArray>(gate: A, value: A, out?: A): A
  backward<A extends FloatArray>(gate: A, value: A, dy: A, out?: GatedGradient<A>): GatedGradient<A>
  /** Rows of gate|up, 2 * length wide, to rows of `length`. */
  mapPacked<A extends FloatArray>(packed: A, length: number, out?: A): A
  backwardPacked<A extends FloatArray>(packed: A, dy: A, length: number, out?: A): A
}

const page = 65536

/** One memory for all kernels of a realm: grown on demand, used as scratch by each call. */
class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 16 })
  /** Tables stay at the start of the memory. */
  readonly #tables = new Map<TableName, number>()
  #base = 64

  table(name: TableName): number {
    let at = this.#tables.get(name)
    if (at === undefined) {
      const values = tables[name]()
      at = this.#base
      this.reserve(at + values.byteLength)
      new Float64Array(this.memory.buffer, at, values.length).set(values)
      this.#base += (values.byteLength + 63) & ~63
      this.#tables.set(name, at)
    }
    return at
  }

  get base(): number {
    return this.#base
  }

  reserve(bytes: number): void {
    const missing = bytes - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / page))
  }
}

let arena: Arena | undefined

type Run = (rows: number, length: number, ...pointers: number[]) => void

interface Loaded {
  readonly run: Run
  readonly shape: KernelShape
  readonly mode: Mode
  readonly why?: string
}

const loaded = new WeakMap<Activation, Map<string, Promise<Loaded>>>()

async function load(request: KernelRequest): Promise<Loaded> {
  const { plan, ...rest } = planKernel(request)
  arena ??= new Arena()
  const { instance } = await WebAssembly.instantiate(emitKernel(plan), { e: { m: arena.memory } })
  return { run: instance.exports.run as unknown as Run, ...rest }
}

/** An array as the kernel sees it: rows of `length` elements, `stride` elements apart, starting at `start`. */
interface View {
  readonly array: FloatArray
  readonly start: number
  readonly stride: number
}

const whole = (array: FloatArray, length: number): View => ({ array, start: 0, stride: length })

class Compiled {
  readonly activation: Activation
  readonly kernels: Readonly<Record<'map' | 'backward', Readonly<Record<'f32' | 'f64', Loaded>>>>
  readonly fma: boolean
  constructor(activation: Activation, kernels: Compiled['kernels'], fma: boolean) {
    this.activation = activation
    this.kernels = kernels
    this.fma = fma
  }

  get mode(): KernelModes {
    const of = ({ mode, why }: Loaded) => ({ mode, ...(why === undefined ? {} : { why }) })
    return { map: of(this.kernels.map.f32), backward: of(this.kernels.backward.f32) }
  }

  /** Copies the arrays in, runs, copies the outputs out. Views of one array share its copy. */
  run(job: 'map' | 'backward', rows: number, length: number, inputs: readonly View[], outputs: readonly View[]): void {
    const wide = inputs[0].array instanceof Float64Array
    const { run, shape } = this.kernels[job][wide ? 'f64' : 'f32']
    const size = wide ? 8 : 4
    const scratch = arena!
    const tableAt = shape.tables.map(name => scratch.table(name))
    const placed = new Map<FloatArray, number>()
    let next = scratch.base
    const place = (array: FloatArray): void => {
      if (placed.has(array)) return
      placed.set(array, next)
      next += (array.byteLength + 63) & ~63
    }
    for (const view of [...inputs, ...outputs]) place(view.array)
    const parameterAt = next
    next += 64 * (shape.parameters.length + 1)
    scratch.reserve(next)
    const memory = wide ? new Float64Array(scratch.memory.buffer) : new Float32Array(scratch.memory.buffer)
    for (const array of new Set(inputs.map(v => v.array))) memory.set(array, placed.get(array)! / size)
    const doubles = new Float64Array(scratch.memory.buffer)
    shape.parameters.forEach((name, i) => {
      doubles[parameterAt / 8 + 8 * i] = this.activation.parameters[name]
    })
    const arrays = [...inputs, ...outputs].flatMap(v => [placed.get(v.array)! + v.start * size, v.stride * size])
    run(rows, length, ...arrays, ...shape.parameters.map((_, i) => parameterAt + 64 * i), ...tableAt)
    for (const array of new Set(outputs.map(v => v.array))) {
      const at = placed.get(array)! / size
      array.set(memory.subarray(at, at + array.length))
    }
  }
}

function agree(name: string, array: FloatArray, length: number, like: FloatArray): void {
  if (array.length !== length) throw new KernelError(`${name} has ${array.length} elements, expected ${length}`)
  if (array.constructor !== like.constructor)
    throw new KernelError(`${name} is a ${array.constructor.name}, expected a ${like.constructor.name}`)
}

const like = <A extends FloatArray>(a: A, length: number): A =>
  (a instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)) as A

/** Beyond 2^300 doubles are extended one by one: the kernel's arithmetic ends there. */
function mendFar(arrays: readonly FloatArray[], fix: (i: number) => void): void {
  if (!(arrays[0] instanceof Float64Array)) return
  for (let i = 0; i < arrays[0].length; i++) if (arrays.some(a => isFar(a[i]))) fix(i)
}

function plainKernel(c: Compiled): Kernel {
  const row = c.activation.kind === 'row'
  const shapeOf = (x: FloatArray, options?: RowOptions): readonly [number, number] => {
    if (!row) return [x.length === 0 ? 0 : 1, x.length]
    const length = options?.length ?? x.length
    if (!Number.isInteger(length) || length < 1 || x.length % length !== 0) {
      throw new KernelError(`rows of ${length} do not divide an array of ${x.length}`)
    }
    return [x.length / length, length]
  }
  let scalar: PointwiseScalar | undefined
  return {
    activation: c.activation,
    mode: c.mode,
    fma: c.fma,
    map(x, out = like(x, x.length), options) {
      agree('out', out, x.length, x)
      const [rows, length] = shapeOf(x, options)
      const source = out === x && x instanceof Float64Array ? x.slice() : x
      c.run('map', rows, length, [whole(x, length)], [whole(out, length)])
      if (!row) {
        mendFar([source], i => {
          scalar ??= functionOf(c.activation) as PointwiseScalar
          out[i] = scalar(source[i])
        })
      }
      return out
    },
    backward(x, dy, out = like(x, x.length), options) {
      agree('dy', dy, x.length, x)
      agree('out', out, x.length, x)
      const [rows, length] = shapeOf(x, options)
      const [source, seed] = x instanceof Float64Array ? [out === x ? x.slice() : x, (out as FloatArray) === dy ? dy.slice() : dy] : [x, dy]
      c.run('backward', rows, length, [whole(x, length), whole(dy, length)], [whole(out, length)])
      if (!row) {
        mendFar([source], i => {
          scalar ??= functionOf(c.activation) as PointwiseScalar
          out[i] = seed[i] * scalar.derivative(source[i])
        })
      }
      return out
    },
  }
}

function gatedKernel(c: Compiled): GatedKernel {
  let scalar: GatedScalar | undefined
  const function_ = (): GatedScalar => {
    scalar ??= functionOf(c.activation) as GatedScalar
    return scalar
  }
  const rowsOf = (packed: FloatArray, length: number): number => {
    if (!Number.isInteger(length) || length < 1 || packed.length % (2 * length) !== 0) {
      throw new KernelError(`rows of gate|up of 2 * ${length} do not divide an array of ${packed.length}`)
    }
    return packed.length / (2 * length)
  }
  const kernel: GatedKernel = {
    activation: c.activation,
    mode: c.mode,
    fma: c.fma,
    map(gate, value, out = like(gate, gate.length)) {
      agree('value', value, gate.length, gate)
      agree('out', out, gate.length, gate)
      const [g, v] = gate instanceof Float64Array ? [gate.slice(), value.slice()] : [gate, value]
      const n = gate.length
      c.run('map', n === 0 ? 0 : 1, n, [whole(gate, n), whole(value, n)], [whole(out, n)])
      mendFar([g, v], i => {
        out[i] = function_()(g[i], v[i])
      })
      return out
    },
    backward(gate, value, dy, out = { gate: like(gate, gate.length), value: like(gate, gate.length) }) {
      const n = gate.length
      for (const [name, array] of [
        ['value', value],
        ['dy', dy],
        ['out.gate', out.gate],
        ['out.value', out.value],
      ] as const)
        agree(name, array, n, gate)
      const [g, v, d] = gate instanceof Float64Array ? [gate.slice(), value.slice(), dy.slice()] : [gate, value, dy]
      c.run('backward', n === 0 ? 0 : 1, n, [whole(gate, n), whole(value, n), whole(dy, n)], [whole(out.gate, n), whole(out.value, n)])
      mendFar([g, v], i => {
        const slope = function_().derivative(g[i], v[i])
        out.gate[i] = d[i] * slope.gate
        out.value[i] = d[i] * slope.value
      })
      return out
    },
    mapPacked(packed, length, out = like(packed, packed.length / 2)) {
      const rows = rowsOf(packed, length)
      agree('out', out, rows * length, packed)
      if (packed instanceof Float64Array) return unpackedMap(packed, length, rows, out)
      const [gate, value] = [0, length].map(start => ({ array: packed, start, stride: 2 * length }))
      c.run('map', rows, length, [gate, value], [whole(out, length)])
      return out
    },
    backwardPacked(packed, dy, length, out = like(packed, packed.length)) {
      const rows = rowsOf(packed, length)
      agree('dy', dy, rows * length, packed)
      agree('out', out, packed.length, packed)
      const views = (array: FloatArray): View[] => [0, length].map(start => ({ array, start, stride: 2 * length }))
      if (packed instanceof Float64Array) return unpackedBackward(packed, dy, length, rows, out)
      c.run('backward', rows, length, [...views(packed), whole(dy, length)], views(out))
      return out
    },
  }
  const take = (packed: FloatArray, length: number, rows: number, start: number): Float64Array =>
    Float64Array.from({ length: rows * length }, (_, i) => packed[Math.floor(i / length) * 2 * length + start + (i % length)])
  function unpackedMap<A extends FloatArray>(packed: A, length: number, rows: number, out: A): A {
    out.set(kernel.map(take(packed, length, rows, 0), take(packed, length, rows, length)))
    return out
  }
  function unpackedBackward<A extends FloatArray>(packed: A, dy: A, length: number, rows: number, out: A): A {
    const d = kernel.backward(take(packed, length, rows, 0), take(packed, length, rows, length), Float64Array.from(dy))
    for (let r = 0; r < rows; r++) {
      out.set(d.gate.subarray(r * length, (r + 1) * length), 2 * r * length)
      out.set(d.value.subarray(r * length, (r + 1) * length), (2 * r + 1) * length)
    }
    return out
  }
  return kernel
}

/**
 * Compiles an activation, built-in or defined, to WebAssembly SIMD. Throws a KernelError for a parameter that it does not have.
 *
 * @example
 * const k = await compile(gelu)
 * k.map(new Float32Array([-6, 0, 1]))
 * k.backward(new Float32Array([1]), new Float32Array([1]))
 */
export function compile(activation: GatedScalar, options?: CompileOptions): Promise<GatedKernel>
export function compile(activation: Activation, options?: CompileOptions): Promise<Kernel>
export async function compile(activation: Activation, options: CompileOptions = {}): Promise<Kernel | GatedKernel> {
  const { name, kind, formula } = activation
  for (const key of Object.keys(options.parameters ?? {})) {
    if (!Object.hasOwn(activation.parameters, key)) throw new KernelError(`${name} has no parameter '${key}'`)
  }
  const bound: Activation = { name, kind, formula, parameters: { ...activation.parameters, ...options.parameters } }
  const fma = options.fma === true && hasFma()
  const doubles = Object.fromEntries(Object.keys(bound.parameters).map(n => [n, 'double'] as const))
  const kernel = (job: 'map' | 'backward', type: 'f32' | 'f64'): Promise<Loaded> => {
    const known = loaded.get(activation) ?? new Map<string, Promise<Loaded>>()
    loaded.set(activation, known)
    const mode = type === 'f64' ? 'exact' : (options.mode ?? 'exact')
    const key = `${job} ${type} ${mode} ${fma}`
    let promise = known.get(key)
    if (!promise) {
      promise = load({ activation: bound, job, type, mode, fma, parameters: doubles })
      known.set(key, promise)
    }
    return promise
  }
  const [mapF32, mapF64, backwardF32, backwardF64] = await Promise.all([
    kernel('map', 'f32'),
    kernel('map', 'f64'),
    kernel('backward', 'f32'),
    kernel('backward', 'f64'),
  ])
  const compiled = new Compiled(bound, { map: { f32: mapF32, f64: mapF64 }, backward: { f32: backwardF32, f64: backwardF64 } }, fma)
  return inputsOf(bound).length === 2 ? gatedKernel(compiled) : plainKernel(compiled)
}
