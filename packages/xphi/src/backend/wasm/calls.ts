/** What users call: compiled kernels on arrays and on rows of larger ones. */
import type { Activation } from '../../activation/activation.ts'
import type { RowFunction } from '../../activation/functions.ts'
import { isFar, rangeOf } from '../../number/extend.ts'
import { gated, pointwise } from '../typescript/pointwise.ts'
import { type Callable, execute } from './execute.ts'
import { KernelError } from './error.ts'
import type { KernelRequest, Mode } from './kernel.ts'
import type { LinearMemory } from './memory.ts'
import { type FloatArray, type Named, type Operand, type Rows, type Shape, type View, viewsOf } from './views.ts'

/** Of each job: the mode of its f32 kernel, and where `fast` was asked for and is not given, why. */
export type KernelModes = Readonly<Record<'map' | 'backward', { readonly mode: Mode; readonly why?: string }>>

export interface RowOptions {
  /** Elements a row of an array, for row functions; the whole array when left out. Divides the array's length. */
  readonly length?: number
}

export interface GatedGradient<A extends FloatArray> {
  readonly gate: A
  readonly value: A
}

/** A value and its derivative. */
export interface Both<A extends FloatArray> {
  readonly y: A
  readonly dx: A
}

export interface GatedBoth<A extends FloatArray> {
  readonly y: A
  readonly dgate: A
  readonly dvalue: A
}

interface Common {
  readonly activation: Activation
  readonly mode: KernelModes
  /** Whether its products are fused with sums: asked for, and this engine can. */
  readonly fma: boolean
}

/**
 * An activation on arrays of any length, or on rows of larger ones (`Rows`). `out` may be an input; without it the result is a new array, in the kernel's memory
 * (to be freed) where the first input lies there. The array of the result is returned. Throws a KernelError for other overlaps, lengths and types that
 * do not fit. Accuracy: CompileOptions.mode.
 */
export interface Kernel extends Common {
  /** y = f(x), element by element, or row by row. */
  map<A extends FloatArray>(x: Operand<A>, out?: Operand<A>, options?: RowOptions): A
  /** dx = dy f'(x): the gradient with respect to x when dy is that with respect to y. */
  backward<A extends FloatArray>(x: Operand<A>, dy: Operand<A>, out?: Operand<A>, options?: RowOptions): A
  /**
   * y = f(x) and f'(x) from one reading of x, to be multiplied by dy when it is known. Fast only where both are. Throws a KernelError for a row
   * function, which has no derivative by element.
   */
  both<A extends FloatArray>(x: Operand<A>, out?: { readonly y: Operand<A>; readonly dx: Operand<A> }): Both<A>
}

/** The same for functions of gate and value. */
export interface GatedKernel extends Common {
  /** y = f(gate, value). */
  map<A extends FloatArray>(gate: Operand<A>, value: Operand<A>, out?: Operand<A>): A
  backward<A extends FloatArray>(
    gate: Operand<A>,
    value: Operand<A>,
    dy: Operand<A>,
    out?: { readonly gate: Operand<A>; readonly value: Operand<A> },
  ): GatedGradient<A>
  /** y and its derivatives from one reading of gate and value. */
  both<A extends FloatArray>(
    gate: Operand<A>,
    value: Operand<A>,
    out?: { readonly y: Operand<A>; readonly dgate: Operand<A>; readonly dvalue: Operand<A> },
  ): GatedBoth<A>
  /** Rows of gate|up, 2 * length wide, to rows of `length`. */
  mapPacked<A extends FloatArray>(packed: A, length: number, out?: A): A
  backwardPacked<A extends FloatArray>(packed: A, dy: A, length: number, out?: A): A
}

export interface Loaded extends Callable {
  readonly mode: Mode
  readonly why?: string
}

export interface Compiled {
  readonly activation: Activation
  readonly memory: LinearMemory
  /** Made when they are first asked for. */
  readonly kernels: Readonly<Record<KernelRequest['job'], Readonly<Record<'f32' | 'f64', () => Loaded>>>>
  readonly fma: boolean
  /** Of a row function: what it is in doubles. */
  readonly row?: RowFunction
}

/** An output without an operand is a new array. */
type Output = readonly [name: string, operand: Operand<FloatArray> | undefined]

/** The outputs for inputs that are far out, where the kernel has no answer: of an element, or of a row. */
type Far =
  | { readonly by: 'element'; readonly of: (...inputs: readonly number[]) => readonly number[] }
  | { readonly by: 'row'; readonly of: (...inputs: readonly Float64Array[]) => Float64Array }

/** A new array of the same type, in the memory where the other lies there. */
function arrayLike<A extends FloatArray>(memory: LinearMemory, other: A, length: number): A {
  const wide = other instanceof Float64Array
  if (memory.owns(other)) return (wide ? memory.alloc(length, 'f64') : memory.alloc(length)) as A
  return (wide ? new Float64Array(length) : new Float32Array(length)) as A
}

/** Gives the array of each output. The inputs are the activation's own, then dy. */
function run<A extends FloatArray>(
  { activation, memory, kernels }: Compiled,
  job: KernelRequest['job'],
  inputs: readonly Named[],
  outputs: readonly Output[],
  plain: (elements: number) => Shape,
  far: Far,
): readonly A[] {
  const given = outputs.filter((output): output is Named => output[1] !== undefined)
  const views = viewsOf(inputs.concat(given), plain)
  const { data, rows, columns } = views[0]
  const sources = views.slice(0, inputs.length)
  let next = inputs.length
  const targets = outputs.map(
    (output): View =>
      output[1] === undefined
        ? { name: output[0], data: arrayLike(memory, data, rows * columns), rows, columns, stride: columns }
        : views[next++],
  )
  const wide = data instanceof Float64Array
  const mend = wide ? mender(sources, job === 'backward' ? inputs.length - 1 : inputs.length, far) : undefined
  const kernel = kernels[job][wide ? 'f64' : 'f32']()
  execute(
    memory,
    kernel,
    kernel.shape.parameters.map(name => activation.parameters[name]),
    sources,
    targets,
  )
  mend?.(targets)
  return targets.map(v => v.data as A)
}

/** Beyond 2^300, and in rows that are tiny throughout, the kernel's arithmetic ends: what lies there is found before it runs, which may be in place, and written after. */
const mender = (sources: readonly View[], own: number, far: Far): ((targets: readonly View[]) => void) =>
  far.by === 'row' ? farRows(sources, far.of) : farElements(sources, own, far.of)

function farRows(sources: readonly View[], of: (...inputs: readonly Float64Array[]) => Float64Array): (targets: readonly View[]) => void {
  const [{ rows, columns }] = sources
  const rowOf = ({ data, stride }: View, row: number) => data.subarray(row * stride, row * stride + columns)
  const results: (readonly [row: number, values: Float64Array])[] = []
  for (let r = 0; r < rows; r++)
    if (rangeOf(rowOf(sources[0], r)) !== 0) results.push([r, of(...sources.map(v => Float64Array.from(rowOf(v, r))))])
  return ([target]) => {
    for (const [r, values] of results) rowOf(target, r).set(values)
  }
}

function farElements(
  sources: readonly View[],
  own: number,
  far: (...inputs: readonly number[]) => readonly number[],
): (targets: readonly View[]) => void {
  const [{ rows, columns }] = sources
  const places = new Set<number>()
  for (const { data, stride } of sources.slice(0, own))
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) if (isFar(data[r * stride + c])) places.add(r * columns + c)
  const at = (v: View, place: number): number => Math.floor(place / columns) * v.stride + (place % columns)
  const results = [...places].map(place => [place, far(...sources.map(v => v.data[at(v, place)]))] as const)
  return targets => {
    for (const [place, values] of results) for (const [i, v] of targets.entries()) v.data[at(v, place)] = values[i]
  }
}

function modesOf({ kernels }: Compiled): KernelModes {
  const of = (job: 'map' | 'backward') => {
    const { mode, why } = kernels[job].f32()
    return { mode, ...(why === undefined ? {} : { why }) }
  }
  return { map: of('map'), backward: of('backward') }
}

const oneRow = (elements: number): Shape => ({ rows: 1, columns: elements })

export function plainKernel(c: Compiled): Kernel {
  const { row } = c
  const rowsOf =
    (options?: RowOptions) =>
    (elements: number): Shape => {
      const length = options?.length ?? elements
      if (elements > 0 && (!Number.isInteger(length) || length < 1 || elements % length !== 0))
        throw new KernelError(`rows of ${length} do not divide an array of ${elements}`)
      return { rows: elements === 0 ? 0 : elements / length, columns: length }
    }
  const plain = (options?: RowOptions) => (row ? rowsOf(options) : oneRow)
  const f = pointwise(c.activation)
  const farValue: Far = row ? { by: 'row', of: x => row(x) } : { by: 'element', of: x => [f(x)] }
  const farGradient: Far = row
    ? { by: 'row', of: (x, dy) => row.derivative(x, dy) }
    : { by: 'element', of: (x, dy) => [dy * f.derivative(x)] }
  const farBoth: Far = { by: 'element', of: x => [f(x), f.derivative(x)] }
  return {
    activation: c.activation,
    fma: c.fma,
    get mode() {
      return modesOf(c)
    },
    map<A extends FloatArray>(x: Operand<A>, out?: Operand<A>, options?: RowOptions): A {
      return run<A>(c, 'map', [['x', x]], [['out', out]], plain(options), farValue)[0]
    },
    backward<A extends FloatArray>(x: Operand<A>, dy: Operand<A>, out?: Operand<A>, options?: RowOptions): A {
      const inputs: readonly Named[] = [
        ['x', x],
        ['dy', dy],
      ]
      return run<A>(c, 'backward', inputs, [['out', out]], plain(options), farGradient)[0]
    },
    both<A extends FloatArray>(x: Operand<A>, out?: { readonly y: Operand<A>; readonly dx: Operand<A> }): Both<A> {
      const outputs: readonly Output[] = [
        ['out.y', out?.y],
        ['out.dx', out?.dx],
      ]
      const [y, dx] = run<A>(c, 'map+slope', [['x', x]], outputs, oneRow, farBoth)
      return { y, dx }
    },
  }
}

export function gatedKernel(c: Compiled): GatedKernel {
  const f = gated(c.activation)
  const gradient = (gate: number, value: number, dy: number): readonly number[] => {
    const slope = f.derivative(gate, value)
    return [dy * slope.gate, dy * slope.value]
  }
  const farValue: Far = { by: 'element', of: (gate, value) => [f(gate, value)] }
  const farGradient: Far = { by: 'element', of: gradient }
  const farBoth: Far = { by: 'element', of: (gate, value) => [f(gate, value), ...gradient(gate, value, 1)] }
  /** Gate and value in rows of gate|up. */
  const halves = <A extends FloatArray>(packed: A, length: number): { readonly gate: Rows<A>; readonly value: Rows<A> } => {
    if (!Number.isInteger(length) || length < 1 || packed.length % (2 * length) !== 0)
      throw new KernelError(`rows of gate|up of 2 * ${length} do not divide an array of ${packed.length}`)
    const half = (from: number): Rows<A> => ({ data: packed.subarray(from) as A, columns: length, stride: 2 * length })
    return { gate: half(0), value: half(length) }
  }
  const kernel: GatedKernel = {
    activation: c.activation,
    fma: c.fma,
    get mode() {
      return modesOf(c)
    },
    map<A extends FloatArray>(gate: Operand<A>, value: Operand<A>, out?: Operand<A>): A {
      const inputs: readonly Named[] = [
        ['gate', gate],
        ['value', value],
      ]
      return run<A>(c, 'map', inputs, [['out', out]], oneRow, farValue)[0]
    },
    backward<A extends FloatArray>(
      gate: Operand<A>,
      value: Operand<A>,
      dy: Operand<A>,
      out?: { readonly gate: Operand<A>; readonly value: Operand<A> },
    ): GatedGradient<A> {
      const inputs: readonly Named[] = [
        ['gate', gate],
        ['value', value],
        ['dy', dy],
      ]
      const outputs: readonly Output[] = [
        ['out.gate', out?.gate],
        ['out.value', out?.value],
      ]
      const [dgate, dvalue] = run<A>(c, 'backward', inputs, outputs, oneRow, farGradient)
      return { gate: dgate, value: dvalue }
    },
    both<A extends FloatArray>(
      gate: Operand<A>,
      value: Operand<A>,
      out?: { readonly y: Operand<A>; readonly dgate: Operand<A>; readonly dvalue: Operand<A> },
    ): GatedBoth<A> {
      const inputs: readonly Named[] = [
        ['gate', gate],
        ['value', value],
      ]
      const outputs: readonly Output[] = [
        ['out.y', out?.y],
        ['out.dgate', out?.dgate],
        ['out.dvalue', out?.dvalue],
      ]
      const [y, dgate, dvalue] = run<A>(c, 'map+slope', inputs, outputs, oneRow, farBoth)
      return { y, dgate, dvalue }
    },
    mapPacked(packed, length, out) {
      const { gate, value } = halves(packed, length)
      return kernel.map(gate, value, out)
    },
    backwardPacked<A extends FloatArray>(packed: A, dy: A, length: number, out?: A): A {
      const { gate, value } = halves(packed, length)
      const target = out ?? arrayLike(c.memory, packed, packed.length)
      if (target.length !== packed.length) throw new KernelError(`out has ${target.length} elements, expected ${packed.length}`)
      kernel.backward(gate, value, dy, halves(target, length))
      return target
    },
  }
  return kernel
}
