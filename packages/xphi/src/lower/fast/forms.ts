/** Forms that singles need beyond the shared rewrite rules: sums that cancel on the way become sums that round once. */
import { add, div, type Expr, isConst, mul, rational, select, zero } from '../../ir/index.ts'

/** A constant times a ternary goes into its branches, where it meets other constants before anything is rounded. */
export function spread(e: Expr): Expr {
  if (e.op !== 'mul') return e
  const [a, b] = e.args
  const [c, of] = isConst(a) ? [a, b] : [b, a]
  return isConst(c) && of.op === 'select' ? select(of.args[0], times(c, of.args[1]), times(c, of.args[2])) : e
}

const times = (c: Expr, e: Expr): Expr => spread(e.op === 'mul' && isConst(e.args[0]) ? mul(mul(c, e.args[0]), e.args[1]) : mul(c, e))

interface Line {
  readonly slope: Expr
  readonly of: Expr
  readonly offset: Expr
}

/** e as slope v + offset with rational numbers, v an input or parameter. */
function line(e: Expr): Line | undefined {
  const [a, b] = e.args
  if (e.op === 'input' || e.op === 'param') return { slope: rational(1n), of: e, offset: zero }
  if (e.op === 'neg') return scaled(line(a), rational(-1n))
  if (e.op === 'mul') return isConst(a) ? scaled(line(b), a) : isConst(b) ? scaled(line(a), b) : undefined
  if (e.op === 'div') return isConst(b) ? scaled(line(a), div(rational(1n), b)) : undefined
  if (e.op !== 'add' && e.op !== 'sub') return undefined
  const sign = rational(e.op === 'add' ? 1n : -1n)
  const [p, q] = [line(a), line(b)]
  if (p && q)
    return p.of === q.of ? { slope: add(p.slope, mul(q.slope, sign)), of: p.of, offset: add(p.offset, mul(q.offset, sign)) } : undefined
  if (p && isConst(b)) return { ...p, offset: add(p.offset, mul(b, sign)) }
  return q && isConst(a) ? { slope: mul(q.slope, sign), of: q.of, offset: add(a, mul(q.offset, sign)) } : undefined
}

const scaled = (l: Line | undefined, by: Expr): Line | undefined => l && { slope: mul(l.slope, by), of: l.of, offset: mul(l.offset, by) }

/** A sum linear in one variable: slope (v + offset / slope), one rounding about its zero. */
export function affine(e: Expr): Expr {
  if ((e.op !== 'add' && e.op !== 'sub') || e.args.every(a => a.args.length === 0)) return e
  const l = line(e)
  return l && !isConst(l.slope, 0) ? mul(l.slope, add(l.of, div(l.offset, l.slope))) : e
}
