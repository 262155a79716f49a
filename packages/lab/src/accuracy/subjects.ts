/** What is measured: the value and the first derivatives of an activation, in a backend of ours or in another library. */
import { type Activation, derivative, expressionOf, functionOf, inputsOf, ir } from 'xphi/formula'
import { compile } from 'xphi/wasm'

/** One function of an activation: `value`, or the derivative by one of its inputs. */
export interface Part {
  readonly quantity: 'value' | 'derivative' | 'dgate' | 'dvalue'
  readonly expression: ir.Expr
  /** The input by which it is the derivative. */
  readonly by?: string
}

/** Row functions have a value alone: their gradient is that of a sum over the row. */
export function partsOf(a: Activation): readonly Part[] {
  const root = expressionOf(a)
  const value: Part = { quantity: 'value', expression: root }
  if (a.kind === 'row') return [value]
  const slopes = inputsOf(a).map((by): Part => {
    const quantity = a.kind === 'pointwise' ? 'derivative' : by === 'gate' ? 'dgate' : 'dvalue'
    return { quantity, expression: derivative(root, ir.input(by)), by }
  })
  return [value, ...slopes]
}

export type Columns = readonly Float64Array[]
/** Row functions take rows of `length`. */
export type Evaluator = (columns: Columns, length: number) => Float64Array | Promise<Float64Array>

/** A backend or a library. */
export interface Implementation {
  readonly name: string
  readonly format: 'f64' | 'f32'
  /** Undefined where it has no such function. */
  evaluator(a: Activation, part: Part): Promise<Evaluator | undefined>
}

interface Scalar {
  (...x: number[]): number
  derivative(...x: number[]): number | Readonly<Record<string, number>>
}

/** The scalars in doubles. */
export const typescript: Implementation = {
  name: 'typescript',
  format: 'f64',
  async evaluator(a, { by }) {
    if (a.kind === 'row') {
      const f = functionOf(a) as unknown as (row: Float64Array) => Float64Array
      return ([x], length) => {
        const y = new Float64Array(x.length)
        for (let start = 0; start < x.length; start += length) y.set(f(x.subarray(start, start + length)), start)
        return y
      }
    }
    const f = functionOf(a) as unknown as Scalar
    const each =
      (evaluate: (...x: number[]) => number): Evaluator =>
      columns =>
        columns[0].map((x, i) => evaluate(x, ...columns.slice(1).map(c => c[i])))
    if (by === undefined) return each((...x) => f(...x))
    return each((...x) => {
      const slope = f.derivative(...x)
      return typeof slope === 'number' ? slope : slope[by]
    })
  },
}

/** The compiled kernels on f32 arrays; in fast mode those that have a fast form. */
export const wasm = (mode: 'exact' | 'fast'): Implementation => ({
  name: `wasm ${mode}`,
  format: 'f32',
  async evaluator(a, { by }) {
    const kernel = await compile(a, { mode })
    if (kernel.mode[by === undefined ? 'map' : 'backward'].mode !== mode) return undefined
    return (columns, length) => {
      const [first, second] = columns.map(c => Float32Array.from(c))
      const ones = new Float32Array(first.length).fill(1)
      if ('mapPacked' in kernel) {
        if (by === undefined) return Float64Array.from(kernel.map(first, second))
        return Float64Array.from(kernel.backward(first, second, ones)[by as 'gate' | 'value'])
      }
      return Float64Array.from(
        by === undefined ? kernel.map(first, undefined, { length }) : kernel.backward(first, ones, undefined, { length }),
      )
    }
  },
})

/** Another library, through an adapter as bench/peers/ has them: functions on Float32Array by catalogue name. */
export interface Peer {
  readonly name: string
  readonly version: string
  readonly maps: Readonly<Record<string, PeerFunction>>
  readonly slopes: Readonly<Record<string, PeerFunction>>
  /** Of a peer in another process: the milliseconds that so many calls take there. */
  time?(name: string, slope: boolean, x: Float32Array, columns: number | undefined, calls: number): Promise<number>
  close?(): void
}
type PeerFunction = (x: Float32Array, columns?: number | Float32Array) => Promise<ArrayLike<number>>

export const peer = ({ name, version, maps, slopes }: Peer): Implementation => ({
  name: `${name} ${version}`,
  format: 'f32',
  async evaluator(a, { by, quantity }) {
    const functions = by === undefined ? maps : slopes
    if (!Object.hasOwn(functions, a.name) || (a.kind === 'gated' && quantity !== 'value')) return undefined
    const f = functions[a.name]
    return async (columns, length) => {
      const [first, second] = columns.map(c => Float32Array.from(c))
      return Float64Array.from(await f(first, second ?? (a.kind === 'row' ? length : undefined)))
    }
  },
})
