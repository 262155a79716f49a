/** Measured values against the bounds that they were to satisfy, each row on a scale of its own. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { themed } from './palette.ts'
import { spots, type Row } from './rows.ts'
import { short, svg, text } from './svg.ts'

export interface BoundedRow extends Row {
  /** -Infinity and Infinity where there is no bound. */
  readonly from: number
  readonly to: number
  /** Said of the value, and of each bound. */
  readonly value: string
  readonly bounds: readonly { readonly at: number; readonly text: string }[]
}

export interface BoundChart {
  readonly title: string
  readonly description: string
  readonly rows: readonly BoundedRow[]
}

const width = 480
const [rowHeight, fontSize] = [62, 12]
const [left, right] = [10, width - 10]
/** Ratios beyond this are drawn on a logarithmic scale. */
const manyDecades = 100

/** An SVG figure in the colours of the page around it: where the bounds allow a value is shaded. */
export function boundChart({ title, description, rows }: BoundChart): string {
  const height = rows.length * rowHeight
  const body = rows.flatMap((row, i) => drawn(row, i * rowHeight))
  return svg({ width, height }, `class="chart" font-size="${fontSize}"`, title, description, body)
}

function drawn(row: BoundedRow, top: number): string[] {
  const { name, value, bounds, from, to } = row
  const pixel = scaleOf(row)
  const y = top + 32
  const [a, b] = [from, to].map(bound => Math.min(right, Math.max(left, Number.isFinite(bound) ? pixel(bound) : bound > 0 ? right : left)))
  const placed = bounds.map(({ at, text: label }) => {
    const x = pixel(at)
    const anchor = x < width / 4 ? 'start' : x > (3 * width) / 4 ? 'end' : 'middle'
    return [
      `<path d="M${short(x)} ${y - 9}V${y + 9}" stroke="${themed.ink}"/>`,
      text(
        x,
        y + 22,
        label,
        `fill="${themed.muted}" text-anchor="${bounds.length > 1 && a < b ? (at === from ? 'end' : 'start') : anchor}"`,
      ),
    ]
  })
  return [
    text(left, top + 14, name, `fill="${themed.ink}" font-weight="600"`),
    text(right, top + 14, value, `fill="${themed.ink}" text-anchor="end"`),
    `<rect x="${short(a)}" y="${y - 9}" width="${short(Math.max(1, b - a))}" height="18" fill="${themed.series[2]}" fill-opacity="0.15"/>`,
    `<path d="M${left} ${y}H${right}" stroke="${themed.faint}"/>`,
    ...placed.flat(),
    ...spots(row, pixel, y),
  ]
}

/** All that is drawn fits, with a margin on both sides. */
function scaleOf({ values, mean, ci95, bounds }: BoundedRow): (value: number) => number {
  const marks = [...values, mean, ...bounds.map(({ at }) => at)].filter(Number.isFinite)
  const log = Math.min(...marks) > 0 && Math.max(...marks) > manyDecades * Math.min(...marks)
  const all = [...marks, ...ci95.filter(end => Number.isFinite(end) && (!log || end > 0))]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  if (log) {
    const pixel = scaleLog([low, high], [left + 60, right - 60]).clamp(true)
    // An end of an interval that is below 0.
    return value => (value > 0 ? pixel(value) : left)
  }
  const room = high > low ? 0 : Math.max(1, Math.abs(high))
  return scaleLinear([low - room, high + room], [left + 60, right - 60])
}
