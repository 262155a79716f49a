/** What a network says over the plane of two features: filled bands, and data as marks. */
import { contours } from 'd3-contour'
import { themed } from './palette.ts'
import { svg } from './svg.ts'

/** As of a trial: `side` x `side` points, `outputs` numbers a point, rows from the lowest second feature up. */
export interface Plane {
  readonly side: number
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly values: readonly number[]
  readonly outputs: number
}

/** A row of the data. `label` counts from 0; a number where the target is one. */
export interface DataPoint {
  readonly x1: number
  readonly x2: number
  readonly label: number
}

// Units a side; large, so that whole numbers are exact enough and paths short.
const size = 1000
// How far the likeliest class leads the next: for two classes a probability above 0.5, 0.75 and 0.95.
export const leads = [0, 0.5, 0.9] as const
const levels = 8

/** A panel. `marks` is the id of a group made by `pointMarks`, in the same page. */
export function boundaryPanel(plane: Plane, classes: number | undefined, title: string, description: string, marks?: string): string {
  const bands = classes === undefined ? levelBands(plane) : leadBands(plane)
  return svg(
    { width: size, height: size },
    'class="plane"',
    title,
    description,
    marks === undefined ? bands : [...bands, `<use href="#${marks}"/>`],
  )
}

function leadBands(plane: Plane): string[] {
  const { outputs } = plane
  return Array.from({ length: outputs }, (_, k) => {
    const lead = cells(plane).map(p => p[k] - Math.max(...p.filter((_, j) => j !== k)))
    const colour = themed.series[k % themed.series.length]
    return [
      ...leads.map(threshold => `<path d="${region(lead, plane.side, threshold)}" fill="${colour}" fill-opacity="0.15"/>`),
      `<path d="${region(lead, plane.side, 0)}" fill="none" stroke="${themed.ink}" stroke-width="5"/>`,
    ]
  }).flat()
}

function levelBands(plane: Plane): string[] {
  const values = cells(plane).map(p => p[0])
  const finite = values.filter(Number.isFinite)
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  return Array.from({ length: levels - 1 }, (_, i) => {
    const threshold = low + ((i + 1) * (high - low)) / levels
    return `<path d="${region(values, plane.side, threshold)}" fill="${themed.series[0]}" fill-opacity="0.12"/>`
  })
}

const cells = ({ side, outputs, values }: Plane): (readonly number[])[] =>
  Array.from({ length: side * side }, (_, i) => values.slice(i * outputs, (i + 1) * outputs))

/** Where the values reach a threshold, as a path of whole numbers, each point relative to the last. d3-contour has a value at the middle of its cell. */
function region(values: readonly number[], side: number, threshold: number): string {
  const place = (v: number): number => Math.round(((v - 0.5) / (side - 1)) * size)
  const { coordinates } = contours()
    .size([side, side])
    .contour([...values], threshold)
  return coordinates
    .flat()
    .map(ring => {
      let [x, y] = [place(ring[0][0]), size - place(ring[0][1])]
      const start = `M${x} ${y}`
      const steps = ring.slice(1, -1).map(([u, v]) => {
        const [dx, dy] = [place(u) - x, size - place(v) - y]
        x += dx
        y += dy
        return dx === 0 && dy === 0 ? '' : `l${dx} ${dy}`
      })
      return `${start}${steps.join('')}z`
    })
    .join('')
}

interface Mark {
  readonly path: string
  readonly width: number
}

// A shape a class, drawn from its middle: a dot, a plus, a cross, a bar.
const shapes: readonly Mark[] = [
  { path: 'h0', width: 24 },
  { path: 'm-14 0h28m-14-14v28', width: 8 },
  { path: 'm-11-11l22 22m0-22l-22 22', width: 8 },
  { path: 'm-14 0h28', width: 10 },
]

/** The shape of a class beside its name. */
export const markSample = (label: number): string =>
  `<svg class="sample" width="16" height="16" viewBox="0 0 48 48" aria-hidden="true">${stroke('M24 24', label)}</svg>`

/** Data points as a group with an id, one path a class; those outside the plane are left out. */
export function pointMarks(id: string, points: readonly DataPoint[], { from, to }: Plane, classes: number | undefined): string {
  const inside = points.filter(p => p.x1 >= from[0] && p.x1 <= to[0] && p.x2 >= from[1] && p.x2 <= to[1])
  const place = (v: number, d: 0 | 1): number => Math.round(((v - from[d]) / (to[d] - from[d])) * size)
  const start = (p: DataPoint): string => `M${place(p.x1, 0)} ${size - place(p.x2, 1)}`
  const paths =
    classes === undefined
      ? [stroke(inside.map(start).join(''), 0, themed.ink)]
      : Array.from({ length: classes }, (_, k) =>
          stroke(
            inside
              .filter(p => p.label === k)
              .map(start)
              .join(''),
            k,
          ),
        )
  return `<g id="${id}">${paths.join('')}</g>`
}

function stroke(starts: string, label: number, colour = themed.series[label % themed.series.length]): string {
  const { path, width } = shapes[label % shapes.length]
  const d = starts.replace(/M[\d.-]+ [\d.-]+/g, start => start + path)
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
}
