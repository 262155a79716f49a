/** A function on an interval as polylines: broken at jumps and where it is not finite, without points on straight stretches. */

export type Point = readonly [x: number, y: number]
export type Segment = readonly Point[]

const usual = 1000
// A step this small in x that leaves a step in y larger than the share below is a jump, not a steep slope.
const closest = 1e-9
const jumpShare = 0.005

/** Samples f on [from, to], at the ends of so many intervals. The midpoint of a symmetric one is among the samples, exactly, where their number is even. */
export function sample(f: (x: number) => number, from: number, to: number, intervals = usual): Segment[] {
  const points = Array.from({ length: intervals + 1 }, (_, i): Point => {
    const x = from + (i * (to - from)) / intervals
    return [x, f(x)]
  })
  const finite = points.map(p => p[1]).filter(Number.isFinite)
  const height = Math.max(...finite) - Math.min(...finite)
  const segments: Point[][] = [[]]
  const add = (p: Point): void => {
    if (Number.isFinite(p[1])) segments.at(-1)!.push(p)
    else segments.push([])
  }
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (before && Math.abs(point[1] - before[1]) > jumpShare * height) {
      const [left, right] = narrow(f, before, point, closest * (to - from))
      if (Math.abs(right[1] - left[1]) > jumpShare * height) {
        add(left)
        segments.push([])
        add(right)
      }
    }
    add(point)
  })
  return segments.filter(s => s.length > 0).map(s => simplify(s, height / 1e5))
}

/** Halves an interval, always keeping the half with the larger step. */
function narrow(f: (x: number) => number, left: Point, right: Point, width: number): readonly [Point, Point] {
  let [a, b] = [left, right]
  while (b[0] - a[0] > width) {
    const x = (a[0] + b[0]) / 2
    if (x <= a[0] || x >= b[0]) break
    const middle: Point = [x, f(x)]
    if (Math.abs(middle[1] - a[1]) > Math.abs(b[1] - middle[1])) b = middle
    else a = middle
  }
  return [a, b]
}

/** Ramer-Douglas-Peucker by vertical distance: drops points that lie within `tolerance` of the line between those kept. */
function simplify(points: Segment, tolerance: number): Segment {
  if (points.length < 3) return points
  const keep = new Set([0, points.length - 1])
  const stack: (readonly [number, number])[] = [[0, points.length - 1]]
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [first, last] = range
    const [a, b] = [points[first], points[last]]
    let worst = tolerance
    let at = -1
    for (let i = first + 1; i < last; i++) {
      const onLine = a[1] + ((b[1] - a[1]) * (points[i][0] - a[0])) / (b[0] - a[0])
      const off = Math.abs(points[i][1] - onLine)
      if (off > worst) [worst, at] = [off, i]
    }
    if (at < 0) continue
    keep.add(at)
    stack.push([first, at], [at, last])
  }
  return points.filter((_, i) => keep.has(i))
}
