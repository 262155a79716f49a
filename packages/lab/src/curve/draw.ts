/** A figure as SVG text: fonts, colours and line styles stand in the file, so it needs nothing else. */
import { type Axis, xGrid, yGrid } from '../chart/axes.ts'
import type { Box, Pixel } from '../chart/geometry.ts'
import { type Label, placeLabels } from '../chart/labels.ts'
import { type Colours, dashes, light } from '../chart/palette.ts'
import { clip, dashed, type Picture, polyline, svg, text } from '../chart/svg.ts'
import { ticks } from '../chart/ticks.ts'
import type { Curve, Figure } from './figure.ts'

const margin = { left: 52, right: 20, top: 20, bottom: 36 } as const
const fontSize = 13
// Renderers compute in singles, and resvg aborts on coordinates near 1e9: beyond this a curve is as good as vertical.
const far = 10_000

export const plotBox = ({ width, height }: Picture): Box => ({
  left: margin.left,
  top: margin.top,
  right: width - margin.right,
  bottom: height - margin.bottom,
})

export interface Drawn {
  readonly svg: string
  /** Where the curves and their names lie, in pixels. */
  readonly lines: readonly (readonly Pixel[])[]
  readonly labels: readonly Label[]
}

/** How a figure is drawn: in which colours, and under which id, unique in its page, its parts refer to each other. */
export interface Look {
  readonly colours: Colours
  readonly id: string
}

/** Pixels of a figure's numbers; heights are kept within what renderers take. */
export function scales(figure: Figure, picture: Picture): { readonly x: (v: number) => number; readonly y: (v: number) => number } {
  const box = plotBox(picture)
  const height = (v: number): number => box.bottom - ((v - figure.low) / (figure.high - figure.low)) * (box.bottom - box.top)
  return {
    x: v => box.left + ((v - figure.from) / (figure.to - figure.from)) * (box.right - box.left),
    y: v => Math.min(far, Math.max(-far, height(v))),
  }
}

/** Draws a figure. Curves break where their segments do; each name stands beside its curve and off all of them. */
export function draw(figure: Figure, picture: Picture, { colours, id }: Look = { colours: light, id: 'plot' }): Drawn {
  const box = plotBox(picture)
  const { x, y } = scales(figure, picture)
  const pixels = figure.curves.map(c => c.segments.map(s => s.map(([px, py]): Pixel => [x(px), y(py)])))
  const labels = placeLabels(
    figure.curves.map((c, i) => ({ text: c.name, segments: pixels[i] })),
    box,
    fontSize,
  )
  const body = [
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...xGrid({ ticks: ticks(figure.from, figure.to, (box.right - box.left) / 70), pixel: x }, box, colours),
    ...yGrid(vertical(figure, box, y), box, colours),
    ...axisNames(figure, box, colours),
    clip(id, box),
    `<g clip-path="url(#${id})" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">`,
    ...figure.curves.flatMap(curve => band(curve, x, y, colours)),
    ...figure.curves.map((curve, i) => path(curve, pixels[i], figure, colours)),
    '</g>',
    ...labels.map((l, i) => text(l.x, l.y, l.text, `fill="${colourOf(figure.curves[i], colours)}" font-weight="600"`)),
  ]
  const name = figure.curves.map(c => c.name).join(', ')
  const description = [`x from ${figure.from} to ${figure.to}`, ...figure.notes].join('; ')
  const font = `font-family="Inter, 'DejaVu Sans', sans-serif" font-size="${fontSize}"`
  return { svg: `${svg(picture, font, name, description, body)}\n`, lines: pixels.flat(), labels }
}

/** Where powers of ten are too few, 2 and 5 times them as well. */
function vertical({ low, high, log }: Figure, box: Box, y: (v: number) => number): Axis {
  const count = (box.bottom - box.top) / 50
  if (!log) return { ticks: ticks(low, high, count), pixel: y }
  const powers = ticks(low, high, Math.min(count, Math.max(1, high - low))).filter(Number.isInteger)
  const decades = powers.map(p => Number(`1e${p}`))
  const first = Math.floor(low)
  const between = Array.from({ length: Math.ceil(high) - first }, (_, i) => [1, 2, 5].map(f => Number(`${f}e${first + i}`))).flat()
  const inside = between.filter(t => Math.log10(t) >= low && Math.log10(t) <= high)
  return { ticks: high - low < 2 ? inside : decades, pixel: v => y(Math.log10(v)) }
}

const axisNames = ({ axes }: Figure, box: Box, { muted }: Colours): string[] =>
  axes === undefined
    ? []
    : [
        text(box.left, box.top - 7, axes.y, `fill="${muted}"`),
        text(box.right, box.bottom + 34, axes.x, `fill="${muted}" text-anchor="end"`),
      ]

function band({ band: area, ...curve }: Curve, x: (v: number) => number, y: (v: number) => number, colours: Colours): string[] {
  if (area === undefined || area.low.length === 0) return []
  const outline = [...area.high, ...area.low.toReversed()].map(([px, py]): Pixel => [x(px), y(py)])
  return [`<path d="${polyline(outline)}Z" fill="${colourOf(curve, colours)}" stroke="none" fill-opacity="0.14"/>`]
}

const colourOf = (curve: Pick<Curve, 'series'>, { series }: Colours): string => series[curve.series % series.length]

function path(curve: Curve, segments: readonly (readonly Pixel[])[], figure: Figure, colours: Colours): string {
  const slopesToo = figure.curves.some(c => c.dashed)
  const dash = slopesToo ? (curve.dashed ? dashes[1] : '') : dashes[curve.series % dashes.length]
  return `<path d="${segments.map(polyline).join('')}" stroke="${colourOf(curve, colours)}"${dashed(dash)}/>`
}
