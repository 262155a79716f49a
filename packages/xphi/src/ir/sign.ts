/** What is known of an expression's sign. */
import type { Expr } from './expression.ts'

/** 1: never negative. -1: never positive. */
export type Sign = 1 | -1 | undefined

/** Functions that are never negative, and those that have the sign of their argument. */
const positive: ReadonlySet<string> = /*@__PURE__*/ new Set(
  'rowlength abs exp sqrt sigmoid softplus erfc normcdf normpdf tanhsoftplus'.split(' '),
)
const odd: ReadonlySet<string> = /*@__PURE__*/ new Set('expm1 log1p tanh erf tanhshrink rowsum rowmax stopgrad'.split(' '))

/** The sign of each node that has one. */
export function signsOf(nodes: readonly Expr[]): ReadonlyMap<Expr, Sign> {
  const signs = new Map<Expr, Sign>()
  for (const e of nodes) {
    const [p, q, r] = e.args.map(arg => signs.get(arg))
    signs.set(e, signOf(e, p, q, r))
  }
  return signs
}

export const opposite = (s: Sign): Sign => (s === undefined ? s : s > 0 ? -1 : 1)
const times = (p: Sign, q: Sign): Sign => (p === undefined || q === undefined ? undefined : p === q ? 1 : -1)

function signOf(e: Expr, p: Sign, q: Sign, r: Sign): Sign {
  const [a, b] = e.args
  if (positive.has(e.op)) return 1
  if (odd.has(e.op)) return p
  switch (e.op) {
    case 'const':
      return e.numerator < 0n ? -1 : 1
    case 'neg':
      return opposite(p)
    case 'mul':
    case 'div':
      return times(p, q)
    case 'pow':
      return b.numerator % 2n === 0n ? 1 : p
    case 'add':
      return p === q ? p : undefined
    case 'sub':
      return isPeak(b, a) ? -1 : p === opposite(q) ? p : undefined
    case 'max':
      return p === 1 || q === 1 ? 1 : p === q ? p : undefined
    case 'min':
      return p === -1 || q === -1 ? -1 : p === q ? p : undefined
    case 'select':
      return q === r ? q : undefined
    default:
      return undefined
  }
}

/** rowmax(a). */
const isPeak = (b: Expr, a: Expr): boolean => (b.op === 'stopgrad' ? isPeak(b.args[0], a) : b.op === 'rowmax' && b.args[0] === a)
