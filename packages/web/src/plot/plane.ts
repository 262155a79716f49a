/** What a network says over the plane, painted. */
import type { Colours } from '@xphi/lab/chart'
import type { Plane } from '../engine/messages.ts'
import { channels } from './colour.ts'

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/** Where values cross a level within each cell of the grid (marching squares), in cells from the lower left corner. */
export function border(values: ArrayLike<number>, side: number, level = 0.5): Segment[] {
  const segments: Segment[] = []
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column
      const [a, b, c, d] = [values[at], values[at + 1], values[at + side + 1], values[at + side]]
      const crossings: (readonly [number, number])[] = []
      const cross = (p: number, q: number, x: number, y: number, dx: number, dy: number) => {
        if (p >= level === q >= level) return
        const share = (level - p) / (q - p)
        crossings.push([x + share * dx, y + share * dy])
      }
      cross(a, b, column, row, 1, 0)
      cross(b, c, column + 1, row, 0, 1)
      cross(d, c, column, row + 1, 1, 0)
      cross(a, d, column, row, 0, 1)
      for (let i = 0; i + 1 < crossings.length; i += 2) segments.push([...crossings[i], ...crossings[i + 1]])
    }
  }
  return segments
}

/** By how much each class is likelier than the likeliest other one: `outputs` numbers a point, as the values. */
export function leads({ outputs, values }: Pick<Plane, 'outputs' | 'values'>): Float32Array {
  return values.map((value, i) => {
    const first = i - (i % outputs)
    let other = -Infinity
    for (let k = first; k < first + outputs; k++) if (k !== i && values[k] > other) other = values[k]
    return value - other
  })
}

const strongest = 0.42

/** Colour of each point of a plane and how strong it is, from 0 to 1. */
type Shade = (point: number) => readonly [series: number, share: number]

/** Of classes the likeliest one's, stronger where it is surer; of a number one colour, stronger where it is greater. */
function shadeOf({ outputs, values }: Plane, lead: Float32Array): Shade {
  if (outputs > 1)
    return point => {
      const own = lead.subarray(point * outputs, (point + 1) * outputs)
      const best = own.findLastIndex(l => l >= 0)
      return [Math.max(0, best), Math.min(1, 0.25 + 0.75 * own[Math.max(0, best)])]
    }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return point => [0, 2 * (high > low ? (values[point] - low) / (high - low) : 0)]
}

/** Where a plane is painted before it is enlarged: one for all frames. */
let scratch: OffscreenCanvas | undefined

/** Paints a plane over the whole canvas, and the lines between its classes. */
export function paintPlane(canvas: HTMLCanvasElement, plane: Plane, { paper, ink, series }: Colours): void {
  const { side, outputs } = plane
  const context = canvas.getContext('2d')!
  const small = new ImageData(side, side)
  const [ground, ...colours] = [paper, ...series].map(channels)
  const lead = outputs > 1 ? leads(plane) : new Float32Array(0)
  const shade = shadeOf(plane, lead)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [which, share] = shade(row * side + column)
      const colour = colours[which % colours.length]
      const at = 4 * ((side - 1 - row) * side + column)
      for (let i = 0; i < 3; i++) small.data[at + i] = ground[i] + strongest * share * (colour[i] - ground[i])
      small.data[at + 3] = 255
    }
  }
  scratch ??= new OffscreenCanvas(side, side)
  if (scratch.width !== side) scratch.width = scratch.height = side
  scratch.getContext('2d')!.putImageData(small, 0, 0)
  const size = canvas.width
  // Grid points are the middles of the image's pixels: the outermost ones lie on the canvas's edge.
  const cell = size / (side - 1)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(scratch, -cell / 2, -cell / 2, cell * side, cell * side)
  context.beginPath()
  // A line that parts two classes is the border of both: the first class needs none of its own.
  for (let k = 1; k < outputs; k++) {
    const own = lead.filter((_, i) => i % outputs === k)
    for (const [x1, y1, x2, y2] of border(own, side, 0)) {
      context.moveTo(x1 * cell, size - y1 * cell)
      context.lineTo(x2 * cell, size - y2 * cell)
    }
  }
  context.strokeStyle = ink
  context.lineWidth = size / 220
  context.lineCap = 'round'
  context.stroke()
}

type Mark = (context: CanvasRenderingContext2D, x: number, y: number, arm: number) => void

const line = (context: CanvasRenderingContext2D, x: number, y: number, dx: number, dy: number): void => {
  context.moveTo(x - dx, y - dy)
  context.lineTo(x + dx, y + dy)
}
/** A mark a class, so that no colour stands alone: a dot, a cross, a plus, a bar, a stroke. */
const marks: readonly Mark[] = [
  (context, x, y, arm) => {
    context.moveTo(x + 0.4 * arm, y)
    context.arc(x, y, 0.4 * arm, 0, 2 * Math.PI)
  },
  (context, x, y, arm) => {
    line(context, x, y, arm, arm)
    line(context, x, y, arm, -arm)
  },
  (context, x, y, arm) => {
    line(context, x, y, 1.2 * arm, 0)
    line(context, x, y, 0, 1.2 * arm)
  },
  (context, x, y, arm) => line(context, x, y, 1.2 * arm, 0),
  (context, x, y, arm) => line(context, x, y, 0, 1.2 * arm),
]

/** Paints data: x1, x2 and label or number of each row. Of numbers all are dots in ink. */
export function paintPoints(
  canvas: HTMLCanvasElement,
  points: Float32Array,
  { from, to, outputs }: Pick<Plane, 'from' | 'to' | 'outputs'>,
  { ink, series }: Colours,
): void {
  const context = canvas.getContext('2d')!
  const size = canvas.width
  const arm = size / 110
  for (let label = 0; label < outputs; label++) {
    const mark = label % marks.length
    context.beginPath()
    for (let i = 0; i < points.length; i += 3) {
      if (outputs > 1 && points[i + 2] !== label) continue
      const x = ((points[i] - from[0]) / (to[0] - from[0])) * size
      const y = size - ((points[i + 1] - from[1]) / (to[1] - from[1])) * size
      if (x === x && y === y) marks[mark](context, x, y, arm)
    }
    context.strokeStyle = outputs > 1 ? series[label % series.length] : ink
    // A dot is a ring that its own line fills.
    context.lineWidth = mark === 0 ? 0.8 * arm : size / 260
    context.stroke()
  }
}
