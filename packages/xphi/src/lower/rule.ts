import type { Expr } from '../ir/index.ts'

/** A form that loses accuracy, and what it becomes. */
export interface Rule {
  readonly name: string
  readonly why: string
  readonly sample: string
  readonly apply: (e: Expr) => Expr | undefined
}
