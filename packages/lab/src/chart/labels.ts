/** Names beside their curves: near their own, clear of every curve and of each other. */
import type { Box, Pixel } from './geometry.ts'

/** A placed name: its text's baseline starts at (x, y), and it covers `box`. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly box: Box
}

export interface Named {
  readonly text: string
  readonly segments: readonly (readonly Pixel[])[]
}

// Widths are estimates for a semi-bold sans; heights from the top of the letters to below their descenders.
const widthShare = 0.64
const ascent = 0.78
const descent = 0.24
const clear = 5
const spacing = 2
/** What is farther from a name than this, does not matter to it; its own curve is always nearer. */
const far = 40

/** Places one label a curve, in order, as far right as there is room; where there is none, at the place of most room. */
export function placeLabels(curves: readonly Named[], area: Box, fontSize: number): Label[] {
  const tracks = curves.map(c => c.segments.flatMap(s => dense(s)).filter(p => inside(p, area)))
  const columns = tracks.map(columnsOf)
  const placed: Label[] = []
  for (const [i, { text }] of curves.entries()) {
    let best: Label | undefined
    let most = -Infinity
    for (const candidate of candidates(text, tracks[i], area, fontSize)) {
      const distances = columns.map(track => nearby(candidate.box, track))
      const room = Math.min(2 * clear, ...distances, ...placed.map(l => gap(candidate.box, l.box)))
      const ownness = distances[i]
      const others = Math.min(far, ...distances.filter((_, j) => j !== i))
      const score = (room >= clear ? 1000 : 40 * room) + others - 2 * ownness + (30 * (candidate.x - area.left)) / (area.right - area.left)
      if (score > most) [most, best] = [score, candidate]
    }
    placed.push(best ?? at(text, area.left + 4, area.top + fontSize * (i + 1), fontSize))
  }
  return placed
}

function at(text: string, x: number, y: number, fontSize: number): Label {
  const width = text.length * fontSize * widthShare
  return { text, x, y, box: { left: x, top: y - ascent * fontSize, right: x + width, bottom: y + descent * fontSize } }
}

function* candidates(text: string, track: readonly Pixel[], area: Box, fontSize: number): Generator<Label> {
  const width = text.length * fontSize * widthShare
  let last = -Infinity
  for (const [px, py] of track) {
    if (px - last < 8) continue
    last = px
    for (const dx of [6, -width / 2, -width - 6]) {
      for (const dy of [-22, -14, -9, 4, 18, 26]) {
        const label = at(text, px + dx, py + dy, fontSize)
        const { left, right, top, bottom } = label.box
        if (left >= area.left + 2 && right <= area.right && top >= area.top && bottom <= area.bottom - 2) yield label
      }
    }
  }
}

/** A polyline as points at most `spacing` apart. */
function dense(points: readonly Pixel[]): Pixel[] {
  return points.flatMap((p, i): Pixel[] => {
    const q = points[i + 1]
    if (!q) return [p]
    const n = Math.min(2000, Math.max(1, Math.ceil(Math.hypot(q[0] - p[0], q[1] - p[1]) / spacing)))
    return Array.from({ length: n }, (_, k): Pixel => [p[0] + ((q[0] - p[0]) * k) / n, p[1] + ((q[1] - p[1]) * k) / n])
  })
}

const inside = ([x, y]: Pixel, b: Box): boolean => x >= b.left && x <= b.right && y >= b.top && y <= b.bottom

/** The square of the distance from a box to a point; 0 where the point lies in it. */
function squared({ left, top, right, bottom }: Box, point: Pixel): number {
  const across = Math.max(left - point[0], 0, point[0] - right)
  const up = Math.max(top - point[1], 0, point[1] - bottom)
  return across * across + up * up
}

/** From a box to the nearest point; Infinity where there is none. A page asks it of millions of points before it shows anything: one root in all. */
export function nearest(box: Box, points: readonly Pixel[]): number {
  let least = Infinity
  for (const point of points) least = Math.min(least, squared(box, point))
  return Math.sqrt(least)
}

const columnOf = (x: number): number => Math.floor(x / far)

/** Points by columns as wide as matters. */
function columnsOf(points: readonly Pixel[]): ReadonlyMap<number, readonly Pixel[]> {
  const columns = new Map<number, Pixel[]>()
  for (const point of points) {
    const column = columns.get(columnOf(point[0]))
    if (column) column.push(point)
    else columns.set(columnOf(point[0]), [point])
  }
  return columns
}

/** From a box to the nearest point, where that is not farther than matters. */
function nearby(box: Box, columns: ReadonlyMap<number, readonly Pixel[]>): number {
  let least = Infinity
  for (let c = columnOf(box.left - far); c <= columnOf(box.right + far); c++) least = Math.min(least, nearest(box, columns.get(c) ?? []))
  return least
}

const gap = (a: Box, b: Box): number =>
  Math.hypot(Math.max(a.left - b.right, 0, b.left - a.right), Math.max(a.top - b.bottom, 0, b.top - a.bottom))
