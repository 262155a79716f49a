import { exactArithmetic, ir } from 'xphi/formula'
import { abs, type BigFloat, compare, createBigArithmetic, fromNumber, scale, sub } from 'xphi/number'
import { type Exact, exactColumn, setExact } from './exact.ts'

export interface Question {
  /** Expressions of the inputs and parameters, derivatives among them; not rewritten. */
  readonly outputs: readonly ir.Expr[]
  /** Columns of one length, a whole number of rows long. */
  readonly inputs: Readonly<Record<string, Float64Array>>
  readonly parameters: Readonly<Record<string, number>>
  /** Elements a row; 1 where each stands alone. */
  readonly length?: number
}

/** Gives the exact values of each output. Finite arguments only: at infinity a formula means its limit. */
export type Oracle = (question: Question) => Promise<readonly Exact[]>

const steps = [120, 240, 960, 4096].map(bits => ({
  big: createBigArithmetic(bits),
  arithmetic: exactArithmetic(createBigArithmetic(bits)),
}))

/** The slow, obvious reference: BigInt arithmetic, each row evaluated at more and more bits until two evaluations agree to 2^-90. */
export const reference: Oracle = async ({ outputs, inputs, parameters, length = 1 }) => {
  const total = Object.values(inputs)[0].length
  const columns = outputs.map(() => exactColumn(total))
  const big = (values: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(values).map(([n, v]) => [n, fromNumber(v)]))
  for (let start = 0; start < total; start += length) {
    const row = Object.fromEntries(
      Object.entries(inputs).map(([name, values]) => [name, Array.from(values.subarray(start, start + length), fromNumber)]),
    )
    outputs.forEach((output, k) => {
      let before: BigFloat[] | undefined
      for (const { arithmetic } of steps) {
        const values = ir.interpret(output, arithmetic, { inputs: row, parameters: big(parameters) })
        const settled = before !== undefined && values.every((v, i) => agree(before![i], v))
        before = values
        if (settled) break
      }
      before!.forEach((v, i) => {
        setExact(columns[k], start + i, v)
      })
    })
  }
  return columns
}

/** Zeros are believed at the last precision alone: below it they may be cancellation. */
function agree(a: BigFloat, b: BigFloat): boolean {
  if (b.kind === 'zero') return false
  if (b.kind !== 'finite' || a.kind !== 'finite') return a.kind === b.kind
  return compare(scale(abs(sub(a, b, 64)), 90), abs(b)) < 0
}
