/** Two scales side by side, and what lies on both of them joined: an order beside another. */
import { scaleLinear } from 'd3-scale'
import type { Axis } from './axes.ts'
import { dashes, themed } from './palette.ts'
import { spread } from './spread.ts'
import { dashed, short, signed, svg, text } from './svg.ts'
import { ticks } from './ticks.ts'

export interface Slope {
  readonly name: string
  readonly left: number
  readonly right: number
  /** Place in the palette and among the dashes. */
  readonly style: number
}

export interface SlopeChart {
  readonly title: string
  readonly description: string
  readonly leftName: string
  readonly rightName: string
  readonly slopes: readonly Slope[]
}

const [width, height, fontSize] = [480, 320, 12]
const [top, bottom] = [34, 300]
const [left, right] = [150, 330]

/** An SVG figure in the colours of the page around it; less is higher, as for losses. */
export function slopeChart({ title, description, leftName, rightName, slopes }: SlopeChart): string {
  const [a, b] = [axisOf(slopes.map(s => s.left)), axisOf(slopes.map(s => s.right))]
  const heightsOf = (pixels: readonly number[]) => spread(pixels, fontSize + 3, top, bottom)
  const [leftNames, rightNames] = [heightsOf(slopes.map(s => a.pixel(s.left))), heightsOf(slopes.map(s => b.pixel(s.right)))]
  const body = [
    text(left, 14, leftName, `fill="${themed.muted}" text-anchor="middle"`),
    text(right, 14, rightName, `fill="${themed.muted}" text-anchor="middle"`),
    ...scale(a, left, -1),
    ...scale(b, right, 1),
    ...slopes.flatMap(({ name, style, ...at }, i) => {
      const colour = themed.series[style % themed.series.length]
      const [from, to] = [a.pixel(at.left), b.pixel(at.right)]
      return [
        `<path d="M${left} ${short(from)}L${right} ${short(to)}" stroke="${colour}" stroke-width="2"${dashed(dashes[style % dashes.length])} fill="none"/>`,
        `<path d="M${left - 36} ${short(from)}L${left - 48} ${short(leftNames[i])}M${right + 36} ${short(to)}L${right + 48} ${short(rightNames[i])}" stroke="${colour}" fill="none"/>`,
        text(left - 52, leftNames[i] + 4.5, name, `fill="${colour}" font-weight="600" text-anchor="end"`),
        text(right + 52, rightNames[i] + 4.5, name, `fill="${colour}" font-weight="600"`),
      ]
    }),
  ]
  return svg({ width, height }, `class="chart" font-size="${fontSize}"`, title, description, body)
}

function axisOf(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { ticks: ticks(low, high, 5), pixel: scaleLinear([low, high], [top + 6, bottom - 6]) }
}

/** A vertical line with ticks and their labels on its outer side. */
const scale = ({ ticks, pixel }: Axis, x: number, side: 1 | -1): string[] => [
  `<path d="M${x} ${top}V${bottom}" stroke="${themed.middle}"/>`,
  ...ticks.map(t =>
    text(x + 6 * side, pixel(t) + 4.5, signed(t), `fill="${themed.muted}" font-size="10" text-anchor="${side > 0 ? 'start' : 'end'}"`),
  ),
]
