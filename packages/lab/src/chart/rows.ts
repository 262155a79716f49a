/** Names, each with its values as dots, their mean and its interval, row by row over one axis. */
import { scaleLinear } from 'd3-scale'
import { xGrid } from './axes.ts'
import { heights } from './heights.ts'
import type { Box } from './geometry.ts'
import { themed } from './palette.ts'
import { short, svg, text } from './svg.ts'
import { ticks } from './ticks.ts'
import type { Interval } from './whisker.ts'

export interface Row extends Interval {
  readonly name: string
  /** What the mean is of. */
  readonly values: readonly number[]
}

export interface RowChart {
  readonly title: string
  readonly description: string
  /** Of all values. */
  readonly unit: string
  readonly rows: readonly Row[]
  /** A place to compare with. */
  readonly reference?: number
}

const width = 480
const [rowHeight, fontSize] = [26, 12]
const letter = 0.62 * fontSize
const [top, bottom] = [8, 40]

/** Values as dots, the mean as a greater one on the line of its interval. */
export function spots({ values, mean, ci95 }: Interval & Pick<Row, 'values'>, pixel: (value: number) => number, y: number): string[] {
  const colour = themed.series[0]
  const [from, to] = ci95.map(pixel)
  const dots = values.length > 1 ? values.filter(Number.isFinite) : []
  return [
    ...dots.map(v => `<circle cx="${short(pixel(v))}" cy="${y}" r="3" fill="${colour}" fill-opacity="0.3"/>`),
    ...(Number.isFinite(from) && Number.isFinite(to)
      ? [`<path d="M${short(from)} ${y}H${short(to)}" stroke="${colour}" stroke-width="2"/>`]
      : []),
    ...(Number.isFinite(mean) ? [`<circle cx="${short(pixel(mean))}" cy="${y}" r="4.5" fill="${colour}"/>`] : []),
  ]
}

/** An SVG figure in the colours of the page around it. */
export function rowChart({ title, description, unit, rows, reference }: RowChart): string {
  const height = top + rows.length * rowHeight + bottom
  const longest = Math.max(...rows.map(({ name }) => name.length))
  const box: Box = { left: 24 + letter * longest, top, right: width - 16, bottom: height - bottom }
  const window = heights(
    [...rows.flatMap(r => [...r.values, r.mean, ...r.ci95]), ...(reference === undefined ? [] : [reference])].filter(Number.isFinite),
  )
  const pixel = scaleLinear([window.low, window.high], [box.left, box.right])
  const body = [
    ...xGrid({ ticks: ticks(window.low, window.high, (box.right - box.left) / 60), pixel }, box, themed),
    ...(reference === undefined
      ? []
      : [`<path d="M${short(pixel(reference))} ${box.top}V${box.bottom}" stroke="${themed.muted}" stroke-dasharray="1 4"/>`]),
    ...rows.flatMap((row, i) => {
      const y = top + (i + 0.5) * rowHeight
      return [text(box.left - 10, y + 4.5, row.name, `fill="${themed.ink}" text-anchor="end"`), ...spots(row, pixel, y)]
    }),
    text(box.right, height - 4, unit, `fill="${themed.muted}" text-anchor="end"`),
  ]
  return svg({ width, height }, `class="chart" font-size="${fontSize}"`, title, description, body)
}
