/**
 * Rows whose sums or products leave the range of doubles: they are computed for x 2^-700 or x 2^700. Each value is then known by a power of that, its
 * degree in x, and brought back where a function needs it as it is.
 */
import { build, div, type Expr, isReduction, mul, type Op, pow, rational, select, topological } from '../ir/index.ts'
import { lower, type Program } from './lower.ts'
import { rewrite } from './rewrite.ts'

/** The largest double is below 2^324 then, so that cubes and their sums are finite; the smallest is 2^-374. */
const step = 700
/** Degrees stay within this, whatever powers a formula has: constants are 2^(step degree). */
const mostDegree = 6

interface Moved {
  readonly e: Expr
  /** The value is e 2^(step degree), in a tiny row e 2^(-step degree). */
  readonly degree: number
}

const byPower = (e: Expr, n: number): Expr => (n === 0 ? e : mul(e, n < 0 ? rational(1n, 2n ** BigInt(-n)) : rational(2n ** BigInt(n))))

/** Lowers outputs over rows of doubles that are far out (1) or tiny (-1). */
export function lowerMoved(outputs: readonly Expr[], direction: 1 | -1): Program {
  const roots = outputs.map(rewrite)
  const done = new Map<Expr, Moved>()
  const at = ({ e, degree }: Moved, to: number): Expr => byPower(e, direction * step * (degree - to))
  /** To one degree, that to which all come by growing smaller: what vanishes then did not count. */
  const alike = (values: readonly Moved[], make: (es: readonly Expr[]) => Expr): Moved => {
    const degrees = values.map(v => v.degree)
    const degree = direction > 0 ? Math.max(...degrees) : Math.min(...degrees)
    return { e: make(values.map(v => at(v, degree))), degree }
  }
  const whole = (args: readonly Moved[], make: (es: readonly Expr[]) => Expr): Moved => ({ e: make(args.map(v => at(v, 0))), degree: 0 })
  const product = (degree: number, args: readonly Moved[], make: (es: readonly Expr[]) => Expr): Moved =>
    Math.abs(degree) > mostDegree ? whole(args, make) : { e: make(args.map(v => v.e)), degree }
  const same: readonly Op[] = ['neg', 'abs', 'stopgrad']
  const move = (node: Expr, args: readonly Moved[]): Moved => {
    const [a, b, c] = args
    const again = (es: readonly Expr[]): Expr => build(node.op, es)
    switch (node.op) {
      case 'input':
        return node.name === 'x' ? { e: byPower(node, -direction * step), degree: 1 } : { e: node, degree: 0 }
      case 'add':
      case 'sub':
      case 'min':
      case 'max':
        return alike([a, b], again)
      case 'lt':
      case 'le':
      case 'eq':
        return { e: alike([a, b], again).e, degree: 0 }
      case 'select':
        return alike([b, c], ([then, otherwise]) => select(a.e, then, otherwise))
      case 'mul':
        return product(a.degree + b.degree, [a, b], ([p, q]) => mul(p, q))
      case 'div':
        return product(a.degree - b.degree, [a, b], ([p, q]) => div(p, q))
      case 'pow': {
        const n = Number(node.args[1].numerator)
        return product(n * a.degree, [a], ([p]) => pow(p, n))
      }
      case 'sqrt': {
        const even = direction * 2 * Math.ceil((direction * a.degree) / 2)
        return { e: build('sqrt', [at(a, even)]), degree: even / 2 }
      }
      default:
        if (same.includes(node.op) || isReduction(node.op)) return { e: again([a.e]), degree: a.degree }
        return args.length === 0 ? { e: node, degree: 0 } : whole(args, again)
    }
  }
  for (const node of topological(roots)) {
    const args = node.args.map(arg => done.get(arg)!)
    done.set(node, move(node, args))
  }
  const moved = roots.map(root => at(done.get(root)!, 0))
  return lower(moved, 'precise')
}
