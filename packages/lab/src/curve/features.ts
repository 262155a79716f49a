/** Zeros and extrema of a function of one number, found numerically. */

export type Interval = readonly [from: number, to: number]

export interface Extremum {
  readonly x: number
  readonly y: number
}

export interface Features {
  /** Single points have two equal ends; a stretch that reaches the end of the searched range goes to infinity. */
  readonly zeros: readonly Interval[]
  readonly minima: readonly Extremum[]
  readonly maxima: readonly Extremum[]
}

const reach = 20
const steps = 8000

/** Looks at [-20, 20] in steps of 1/200. Not found: two zeros within one step, and anything farther out. */
export function features(f: (x: number) => number, slope: (x: number) => number): Features {
  const xs = Array.from({ length: steps + 1 }, (_, i) => (i - steps / 2) * ((2 * reach) / steps))
  return { zeros: zeros(f, xs), ...extrema(f, slope, xs) }
}

/** The point between a and b where `holds` changes from its value at a, to the last bit. */
function boundary(holds: (x: number) => boolean, a: number, b: number): number {
  const first = holds(a)
  let [low, high] = [a, b]
  for (;;) {
    const x = low + (high - low) / 2
    if (x === low || x === high) return high
    if (holds(x) === first) low = x
    else high = x
  }
}

function zeros(f: (x: number) => number, xs: readonly number[]): Interval[] {
  const y = xs.map(f)
  const found: Interval[] = []
  for (let i = 0; i < xs.length; i++) {
    if (y[i] === 0) {
      const start = i
      while (i + 1 < xs.length && y[i + 1] === 0) i++
      const isZero = (x: number): boolean => f(x) === 0
      const from = start === 0 ? -Infinity : boundary(isZero, xs[start], xs[start - 1])
      const to = i === xs.length - 1 ? Infinity : boundary(isZero, xs[i], xs[i + 1])
      found.push(start === i ? [xs[i], xs[i]] : [tidy(from), tidy(to)])
    } else if (i > 0 && y[i - 1] * y[i] < 0) {
      const x = boundary(v => f(v) > 0, xs[i - 1], xs[i])
      // At a jump the values stay away from 0 on both sides.
      if (Math.abs(f(x)) < 1e-9) found.push([x, x])
    }
  }
  return found
}

// The neighbour of an edge by one bit, or a denormal next to 0, is the edge.
const tidy = (x: number): number => (Math.abs(x) < 1e-300 ? 0 : Number(x.toPrecision(15)))

function extrema(f: (x: number) => number, slope: (x: number) => number, xs: readonly number[]): Pick<Features, 'minima' | 'maxima'> {
  const minima: Extremum[] = []
  const maxima: Extremum[] = []
  const d = xs.map(slope)
  const noise = 1e-12
  for (let i = 0; i + 1 < xs.length; i++) {
    const [a, b] = [i > 0 && d[i] === 0 ? d[i - 1] : d[i], d[i + 1]]
    if (Math.abs(a) < noise || Math.abs(b) < noise || a * b >= 0) continue
    const x = d[i] === 0 ? xs[i] : tidyEdge(boundary(v => slope(v) > 0, xs[i], xs[i + 1]))
    ;(a < 0 ? minima : maxima).push({ x, y: f(x) })
  }
  return { minima, maxima }
}

const tidyEdge = (x: number): number => (Math.abs(x) < 1e-300 ? 0 : x)
