/** What a kernel is to compute, and on what: all that the template reads. */
import type { Program } from '../../lower/lower.ts'
import type { TableName, Tape } from '../../lower/tape.ts'

/** The arrays of a kernel in argument order, and the tables whose addresses follow. */
export interface KernelShape {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly parameterGradients: readonly string[]
  readonly parameters: readonly string[]
  readonly tables: readonly TableName[]
  /** Bytes an element of a row, and for four elements more, that the kernel writes to at the address of its last argument; 0: there is none. */
  readonly scratch: number
}

/** For rows of so many elements. */
export const scratchBytes = ({ scratch }: KernelShape, length: number): number => (scratch === 0 ? 0 : scratch * (length + 4))

export interface KernelPlan {
  readonly type: 'f32' | 'f64'
  readonly program: Program
  /** What computes a row again where the truth, which the program gives beside its one output, does not hold for each of its elements. */
  readonly again?: Program
  /** The outputs on singles and the truth under which they hold; the program computes the other lanes. Of one phase and f32 only. */
  readonly singles?: Tape
  readonly shape: KernelShape
  /** Parameters with one value a channel. */
  readonly channel: ReadonlySet<string>
  /** Parameters that are doubles in memory. */
  readonly double: ReadonlySet<string>
  /** Inputs whose infinities are taken as +-2^300: far enough that rounding to f32 gives the limit. */
  readonly bounded: readonly string[]
  /** Inputs whose NaN makes every output NaN. */
  readonly nanFrom: readonly string[]
  /** By output: whether an input of +-0 is the result. */
  readonly keepsZero: readonly boolean[]
  readonly shared: boolean
  /** Products that feed a sum are not rounded. */
  readonly fma: boolean
}
