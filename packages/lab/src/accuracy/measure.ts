import { nextDown, nextUp, toHex } from 'xphi/number'
import { type Exact, ulpsOff } from './exact.ts'
import { uniform } from './points.ts'

/** The worst of a measurement. */
export interface Worst {
  /** Total error in ulps of the exact result. */
  readonly ulps: number
  /** The arguments there. */
  readonly at: readonly number[]
  readonly actual: number
  /** The exact value, rounded to a double. */
  readonly exact: number
  readonly points: number
  /** Results that are not the correctly rounded ones. */
  readonly misrounded: number
  /** Results of 0 where the exact one rounds to another number, or off by half and more. */
  readonly lost: number
}

export interface Subject {
  /** Values at columns of arguments. */
  evaluate(columns: readonly Float64Array[]): Float64Array | Promise<Float64Array>
  exact(columns: readonly Float64Array[]): Promise<Exact>
  readonly format: 'f64' | 'f32'
}

const none: Worst = { ulps: 0, at: [], actual: 0, exact: 0, points: 0, misrounded: 0, lost: 0 }

export const worse = (a: Worst, b: Worst): Worst => ({
  ...(b.ulps > a.ulps ? b : a),
  points: a.points + b.points,
  misrounded: a.misrounded + b.misrounded,
  lost: a.lost + b.lost,
})

/** Errors at given arguments. */
export async function errorsAt(
  subject: Subject,
  columns: readonly Float64Array[],
): Promise<{ readonly errors: Float64Array; readonly worst: Worst }> {
  const actual = await subject.evaluate(columns)
  const exact = await subject.exact(columns)
  const errors = actual.map((y, i) => ulpsOff(y, exact, i, subject.format))
  let [at, misrounded, lost] = [0, 0, 0]
  errors.forEach((error, i) => {
    if (error > errors[at]) at = i
    if (error > 0.5) misrounded++
    if (error > 1 && Math.abs(actual[i] - rounded(exact, i)) >= Math.abs(rounded(exact, i)) / 2) lost++
  })
  if (errors.length === 0) return { errors, worst: none }
  const worst = {
    ulps: errors[at],
    at: columns.map(c => c[at]),
    actual: actual[at],
    exact: rounded(exact, at),
    points: errors.length,
    misrounded,
    lost,
  }
  return { errors, worst }
}

const rounded = (exact: Exact, i: number): number => {
  const half = Math.trunc(exact.e[i] / 2)
  return exact.h[i] * 2 ** half * 2 ** (exact.e[i] - half)
}

/** Errors at the points, then about the worst of them, closer and closer: a lower bound on the worst case. */
export async function measure(subject: Subject, columns: readonly Float64Array[], climbs = 4): Promise<Worst> {
  const first = await errorsAt(subject, columns)
  let worst = first.worst
  let heads = top(first.errors, columns, 64)
  const random = uniform(columns[0].length)
  for (let round = 0; round < climbs && heads.length > 0; round++) {
    const near = heads.flatMap(head => Array.from({ length: 64 }, () => head.map(x => jitter(x, random, subject.format))))
    const next = columns.map((_, k) => Float64Array.from(near, p => p[k]))
    const { errors, worst: found } = await errorsAt(subject, next)
    worst = worse(worst, found)
    heads = top(errors, next, 32)
  }
  return worst
}

function top(errors: Float64Array, columns: readonly Float64Array[], count: number): number[][] {
  const order = Array.from(errors.keys()).filter(i => errors[i] > 0)
  order.sort((a, b) => errors[b] - errors[a])
  return order.slice(0, count).map(i => columns.map(c => c[i]))
}

/** A neighbour at a distance of any size, from one unit in the last place to a thousandth. */
function jitter(x: number, random: () => number, format: 'f64' | 'f32'): number {
  const by = 2 ** (-10 - 43 * random()) * (random() - 0.5)
  const moved = format === 'f32' ? Math.fround(x + x * by) : x + x * by
  const y = moved === x ? (by < 0 ? nextDown(x, format) : nextUp(x, format)) : moved
  return Number.isFinite(y) ? y : x
}

/** One line: worst error, where in hex, what came out and what should have. */
export const describeWorst = (w: Worst): string =>
  `${w.ulps.toFixed(4)} ulp at ${w.at.map(toHex).join(', ')}: ${w.actual}, exactly ${w.exact} (${w.points} points, ${w.misrounded} misrounded, ${w.lost} lost)`
