/**
 * When plain doubles are enough for a row whose terms may cancel: a bound of the error is computed beside the result (a running error analysis,
 * Wilkinson; Higham, Accuracy and Stability of Numerical Algorithms, section 3.3), and where it is too large the row is computed again in pairs.
 */
import { rowUniform } from '../differentiate/index.ts'
import {
  add,
  build,
  div,
  type Expr,
  integer,
  isConst,
  le,
  mul,
  rational,
  type Sign,
  select,
  signsOf,
  sub,
  topological,
  zero,
} from '../ir/index.ts'
import { isCount } from './lower.ts'
import { depth } from './rowrules.ts'

/** The computed value is off by at most 2^-53 (relative |e| + absolute). */
interface Bound {
  readonly relative: Expr
  /** No `relative` is larger. */
  readonly most: number
  readonly absolute: Expr
  /** Significant bits of a value that is computed exactly. */
  readonly bits?: number
}

/**
 * A result within 2^-53 2^22 of itself is within 0.01 ulp of f32 more than its rounding: an ulp is at least 2^-24 of it, and 0.01 2^-24 = 2^-53 (2^22 +
 * 1.1e6), the rest for the relative part.
 */
const mostAbsolute = 2 ** 22
const mostRelative = 1e6

/** Quotients are kept as numerator and denominator, so that an operation may round twice. */
const rounded = 2
/** Of an elementary function in plain arithmetic: 2^-50. */
const elementary = 12
/** Below it e^u is taken for 0 (plain). */
const lowest = 330
/** The mean of -u over weights e^u / sum of e^u whose largest u is 0: at most the log of the row's length, as entropy is. */
const mostDepth = 22

const exact = (bits: number): Bound => ({ relative: zero, most: 0, absolute: zero, bits })
const relatively = (most: number): Bound => ({ relative: integer(most), most, absolute: zero })
/** With the constants in one. */
function sumOf(...terms: readonly Expr[]): Expr {
  const flat = terms.flatMap(t => (t.op === 'add' && t.args[0].op === 'const' ? t.args : [t]))
  const constant = flat.filter(t => t.op === 'const').reduce(add, zero)
  return add(constant, flat.filter(t => t.op !== 'const').reduce(add, zero))
}

const isRelative = (b: Bound): boolean => b.absolute === zero

/**
 * Constants c in (a - c) - sum((a - c) w) / sum(w), which is the same whatever c is: their error does not matter, only that it is the same one.
 */
function references(nodes: readonly Expr[]): ReadonlySet<Expr> {
  const found = new Set<Expr>()
  for (const { op, args } of nodes) {
    const [left, mean] = args
    if (op !== 'sub' || left.op !== 'sub' || mean.op !== 'div' || mean.args[0].op !== 'rowsum' || mean.args[1].op !== 'rowsum') continue
    if (mean.args[0].args[0] === mul(left, mean.args[1].args[0]) && rowUniform(left.args[1])) found.add(left.args[1])
  }
  return found
}

class Analysis {
  readonly #bounds = new Map<Expr, Bound | undefined>()
  readonly #signs: ReadonlyMap<Expr, Sign>

  constructor(root: Expr) {
    const nodes = topological([root])
    this.#signs = signsOf(nodes)
    const free = references(nodes)
    for (const e of nodes) this.#bounds.set(e, free.has(e) ? exact(53) : this.#bound(e))
  }

  of(e: Expr): Bound | undefined {
    return this.#bounds.get(e)
  }

  magnitude(e: Expr): Expr {
    return e.op === 'neg' ? this.magnitude(e.args[0]) : this.#signs.get(e) === 1 ? e : build('abs', [e])
  }

  /** 2^-53 times it bounds the whole error. */
  #whole(e: Expr, b: Bound): Expr {
    return add(mul(b.relative, this.magnitude(e)), b.absolute)
  }

  /** No less than the magnitude, whatever was lost. */
  #reach(e: Expr, b: Bound): Expr {
    return add(this.magnitude(e), mul(rational(1n, 2n ** 53n), b.absolute))
  }

  #bound(e: Expr): Bound | undefined {
    const [a, b, c] = e.args
    const [p, q, r] = e.args.map(arg => this.#bounds.get(arg))
    switch (e.op) {
      case 'const':
        return e.denominator === 1n && e.numerator ** 2n < 2n ** 106n ? exact(53) : relatively(1)
      case 'pi':
        return relatively(1)
      case 'input':
        return exact(24)
      case 'param':
        return exact(53)
      case 'rowlength':
        return exact(32)
      case 'lt':
      case 'le':
      case 'eq':
        return this.#sound(p, q, b) ? exact(0) : undefined
    }
    if (!p || (b && !q) || (c && !r)) return undefined
    switch (e.op) {
      case 'neg':
      case 'abs':
      case 'stopgrad':
        return p
      case 'add':
      case 'sub':
        return this.#sum(e, p, q!)
      case 'mul':
        return this.#product(e, p, q!)
      case 'div':
        return {
          relative: sumOf(p.relative, q!.relative, integer(rounded)),
          most: p.most + q!.most + rounded,
          absolute: add(div(p.absolute, this.magnitude(b)), div(mul(q!.absolute, this.magnitude(e)), this.magnitude(b))),
        }
      case 'pow':
        return this.#power(a, Number(b.numerator), p)
      case 'sqrt':
        return { relative: add(p.relative, integer(rounded)), most: p.most + rounded, absolute: div(p.absolute, e) }
      case 'min':
      case 'max':
        if (p.bits !== undefined && q!.bits !== undefined) return exact(Math.max(p.bits, q!.bits))
        return isRelative(p) && isRelative(q!) ? relatively(Math.max(p.most, q!.most)) : undefined
      case 'select':
        return this.#either(a, q!, r!)
      case 'rowmax':
        return p.bits !== undefined ? p : isRelative(p) && Number.isFinite(p.most) ? relatively(p.most) : undefined
      case 'rowsum':
        return this.#total(e, p)
      case 'exp': {
        const error = this.#whole(a, p)
        return {
          relative: add(integer(elementary), error),
          most: elementary + (isRelative(p) ? lowest * p.most : Number.POSITIVE_INFINITY),
          absolute: zero,
        }
      }
      case 'log1p':
        // Of a positive number, its relative error is no larger than the argument's.
        return this.#signs.get(a) === 1 && isRelative(p) && Number.isFinite(p.most) ? relatively(p.most + elementary) : undefined
      case 'log':
      case 'sin':
      case 'cos':
        return undefined
      default:
        return p.bits === undefined ? undefined : relatively(2 * elementary)
    }
  }

  /** Whether doubles compare as the exact values do. */
  #sound(p: Bound | undefined, q: Bound | undefined, b: Expr): boolean {
    if (!p || !q) return false
    return (p.bits !== undefined && q.bits !== undefined) || (isConst(b, 0) && isRelative(p))
  }

  #sum(e: Expr, p: Bound, q: Bound): Bound {
    const [a, b] = e.args
    const sign = this.#signs.get(e)
    const alike = sign !== undefined && this.#signs.get(a) === sign && isRelative(p) && isRelative(q)
    if (alike && Number.isFinite(p.most + q.most)) return relatively(Math.max(p.most, q.most) + rounded)
    return { ...relatively(rounded), absolute: add(this.#whole(a, p), this.#whole(b, q)) }
  }

  #product(e: Expr, p: Bound, q: Bound): Bound {
    const [a, b] = e.args
    if (p.bits !== undefined && q.bits !== undefined && p.bits + q.bits <= 53) return exact(p.bits + q.bits)
    return {
      relative: sumOf(p.relative, q.relative, integer(rounded)),
      most: p.most + q.most + rounded,
      absolute: add(mul(p.absolute, this.#reach(b, q)), mul(q.absolute, this.magnitude(a))),
    }
  }

  #power(a: Expr, n: number, p: Bound): Bound | undefined {
    if (n < 1) return isRelative(p) ? relatively(-n * (p.most + rounded) + rounded) : undefined
    return {
      relative: mul(integer(n), add(p.relative, integer(rounded))),
      most: n * (p.most + rounded),
      absolute: mul(mul(integer(n), p.absolute), build('pow', [this.#reach(a, p), integer(n - 1)])),
    }
  }

  #either(test: Expr, p: Bound, q: Bound): Bound {
    if (p.bits !== undefined && q.bits !== undefined) return exact(Math.max(p.bits, q.bits))
    const most = Math.max(p.most, q.most)
    return { relative: select(test, p.relative, q.relative), most, absolute: select(test, p.absolute, q.absolute) }
  }

  #total(e: Expr, p: Bound): Bound {
    const [a] = e.args
    if (isCount(e)) return exact(53)
    const u = depth(a)
    if (u && this.#bounds.get(u.args[0])?.bits !== undefined) return relatively(elementary + rounded * mostDepth + rounded)
    if (this.#signs.get(a) !== undefined && isRelative(p) && Number.isFinite(p.most)) return relatively(p.most + rounded)
    const errors = this.#whole(a, p)
    return { ...relatively(rounded), absolute: errors === zero ? zero : build('rowsum', [errors]) }
  }
}

/**
 * A truth under which the expression, rewritten already, is within 0.51 ulp of f32 when it is computed in plain doubles with sums in pairs. Undefined
 * where none is known.
 */
export function certificate(root: Expr): Expr | undefined {
  const analysis = new Analysis(root)
  const bound = analysis.of(root)
  if (!bound || !(bound.most <= mostRelative)) return undefined
  // What only multiplies changes no relative error: the truth is that of the sum inside.
  let e = root
  for (;;) {
    const [a, b] = e.args
    const within = (x: Expr): boolean => isRelative(analysis.of(x)!)
    if (e.op === 'neg' || ((e.op === 'mul' || e.op === 'div') && within(b))) e = a
    else if (e.op === 'mul' && within(a)) e = b
    else break
  }
  const { absolute } = analysis.of(e)!
  return le(sub(mul(rational(1n, BigInt(mostAbsolute)), absolute), analysis.magnitude(e)), zero)
}
