/** Searches and distances of the exact claims. */
import { ulp } from 'xphi/number'
import { type Condition, exact } from '../claim.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The greatest value of f on a grid of [from, to], refined around its best point by golden sections. */
export function maximum(f: (x: number) => number, from: number, to: number, points = 20_001): Point {
  const step = (to - from) / (points - 1)
  let best = from
  for (let i = 1; i < points; i++) if (f(from + i * step) > f(best)) best = from + i * step
  let [low, high] = [best - step, best + step]
  const golden = (Math.sqrt(5) - 1) / 2
  for (let i = 0; i < 60; i++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)]
    if (f(a) < f(b)) low = a
    else high = b
  }
  const x = (low + high) / 2
  return { x, y: f(x) }
}

export function minimum(f: (x: number) => number, from: number, to: number): Point {
  const { x, y } = maximum(at => -f(at), from, to)
  return { x, y: -y }
}

/** How many ulps of `b` lie between two doubles; 0 for equal ones and for two NaN, Infinity where one alone is finite. */
export function ulpsApart(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0
  const distance = Math.abs(a - b) / ulp(b)
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
}

/** An exact value that lies within `tolerance` of what was registered. */
export const within = (measure: string, target: number, tolerance: number): readonly Condition[] => [
  exact(measure, 'at least', target - tolerance),
  exact(measure, 'at most', target + tolerance),
]
