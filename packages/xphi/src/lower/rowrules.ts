/** Rewrite rules for rows: what cancels there against the largest element or the mean of a row. */
import { rowUniform } from '../differentiate/index.ts'
import { add, build, div, eq, type Expr, mul, neg, one, select, sub, zero } from '../ir/index.ts'
import { factors, multiplied, type Product, quotient, sameProduct, terms } from './factors.ts'
import type { Rule } from './rule.ts'

const rowsum = (e: Expr): Expr => build('rowsum', [e])

/** The terms of a sum or difference in both orders. */
function bothWays(e: Expr): readonly (readonly [Expr, Expr])[] {
  const [a, b] = terms(e) ?? []
  return a && b
    ? [
        [a, b],
        [b, a],
      ]
    : []
}

/** d = u - rowmax(u) of e^d, which is 1 at the largest elements of a row and nowhere else. */
export function depth(e: Expr): Expr | undefined {
  const d = e.op === 'exp' && e.args[0].op === 'sub' ? e.args[0] : undefined
  const peak = d?.args[1].op === 'stopgrad' ? d.args[1].args[0] : d?.args[1]
  return peak?.op === 'rowmax' && peak.args[0] === d?.args[0] ? d : undefined
}

/** The sum of e^d over a row less 1, without taking 1 from anything that was rounded. */
function rest(d: Expr): Expr {
  const peak = eq(d, zero)
  const others = rowsum(select(peak, zero, build('exp', [d])))
  return add(others, build('max', [sub(rowsum(select(peak, one, zero)), one), zero]))
}

/** The weight e^d / rowsum(e^d) as a product, and d. */
function weightIn(p: Product): { readonly d: Expr; readonly e: Expr; readonly sum: Expr; readonly weight: Product } | undefined {
  for (const e of p.powers.keys()) {
    const d = depth(e)
    if (d) return { d, e, sum: rowsum(e), weight: factors(div(e, rowsum(e))) }
  }
  return undefined
}

/** A product's factors that the whole row shares, and the others. */
function parted(e: Expr): { readonly shared: Expr; readonly own: Expr } {
  const { coefficient, powers } = factors(e)
  const only = (uniform: boolean) => new Map([...powers].filter(([f]) => rowUniform(f) === uniform))
  return { shared: multiplied({ coefficient, powers: only(true) }), own: multiplied({ coefficient: one, powers: only(false) }) }
}

/** The mean of a over the largest elements of a row. */
const atPeak = (a: Expr, d: Expr): Expr => div(rowsum(select(eq(d, zero), a, zero)), rowsum(select(eq(d, zero), one, zero)))

export const rowRules: readonly Rule[] = [
  {
    name: 'log-sum-exp',
    why: 'beside the largest term, which is 1, the others vanish',
    sample: 'log(rowsum(exp(x - rowmax(x))))',
    apply: e => {
      const d = e.op === 'log' && e.args[0].op === 'rowsum' ? depth(e.args[0].args[0]) : undefined
      return d && build('log1p', [rest(d)])
    },
  },
  {
    name: 'softmax-slope',
    why: 'a - rowsum(a p) with weights p of sum 1 cancels where one weight is almost 1: take from a what it is there first',
    sample: 'x ^ 2 - rowsum(x ^ 2 * exp(x - rowmax(x)) / rowsum(exp(x - rowmax(x))))',
    apply: e => {
      for (const [a, b] of bothWays(e)) {
        const total = b.op === 'neg' ? b.args[0] : b
        if (total.op !== 'rowsum') continue
        const product = factors(b.op === 'neg' ? neg(total.args[0]) : total.args[0])
        const found = weightIn(product)
        if (!found || !sameProduct(quotient(product, found.weight), factors(neg(a)))) continue
        const { shared, own } = parted(a)
        if (own === one || (own.op === 'sub' && own.args[1] === atPeak(own.args[0], found.d))) continue
        const left = sub(own, atPeak(own, found.d))
        return mul(shared, sub(left, div(rowsum(mul(left, found.e)), found.sum)))
      }
      return undefined
    },
  },
  {
    name: 'log-softmax-slope',
    why: 'a - rowsum(a) p cancels where the weight p is almost 1: 1 - p is made of the other weights',
    sample: 'x ^ 2 - rowsum(x ^ 2) * exp(x - rowmax(x)) / rowsum(exp(x - rowmax(x)))',
    apply: e => {
      for (const [a, b] of bothWays(e)) {
        const product = factors(b)
        const found = weightIn(product)
        const total = found && multiplied(quotient(product, found.weight))
        const inner = total?.op === 'neg' ? total.args[0] : total
        if (!found || !total || inner?.op !== 'rowsum') continue
        if (inner.args[0] !== a && neg(inner.args[0]) !== a) continue
        const peak = eq(found.d, zero)
        return add(add(a, select(peak, total, zero)), mul(total, div(select(peak, neg(rest(found.d)), found.e), found.sum)))
      }
      return undefined
    },
  },
  {
    name: 'from-the-mean',
    why: 'the mean is rounded, a multiple of an element and the sum of a row are not',
    sample: 'x - rowsum(x) / rowsum(1)',
    apply: e => {
      for (const [a, b] of bothWays(e)) {
        const quotient = b.op === 'neg' ? b.args[0] : b
        if (quotient.op !== 'div' || quotient.args[1].op !== 'rowlength' || quotient.args[0].op !== 'rowsum') continue
        const [total, length] = quotient.args
        const signed = b.op === 'neg' ? neg(total) : total
        if ((b.op === 'neg' ? total.args[0] : neg(total.args[0])) !== a) continue
        return div(add(mul(length, a), signed), length)
      }
      return undefined
    },
  },
]
