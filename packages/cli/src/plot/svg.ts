/** A figure as SVG text: fonts, colours and line styles stand in the file, so it needs nothing else. */
import type { Curve, Figure } from './figure.ts'
import { type Box, type Label, placeLabels } from './labels.ts'
import { tickText, ticks } from './ticks.ts'

export interface Picture {
  readonly width: number
  readonly height: number
}

/** Value blue and slope orange; with them Okabe and Ito's other hues, darkened until small text on paper is legible (jfly.uni-koeln.de/color). */
export const palette = ['#0064A4', '#B3500A', '#00755A', '#9B3D74', '#6B5B00', '#55585F'] as const
const paper = '#FBFAF7'
const ink = '#1C1E22'
const faint = '#E9E7E1'
const middle = '#A9A8A3'
// By series: no two curves differ by hue alone.
const dashes = ['', '8 3', '2 3', '10 3 2 3', '5 5', '12 4 2 4 2 4'] as const
const margin = { left: 52, right: 20, top: 20, bottom: 36 } as const
const fontSize = 13

export const plotBox = ({ width, height }: Picture): Box => ({
  left: margin.left,
  top: margin.top,
  right: width - margin.right,
  bottom: height - margin.bottom,
})

export interface Drawn {
  readonly svg: string
  /** Where the curves and their names lie, in pixels. */
  readonly lines: readonly (readonly (readonly [number, number])[])[]
  readonly labels: readonly Label[]
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const short = (v: number): string => String(Number(v.toFixed(2)))
const signed = (v: number): string => tickText(v).replace('-', '\u2212')

/** Draws a figure. Curves break where their segments do; each name stands beside its curve and off all of them. */
export function draw(figure: Figure, picture: Picture): Drawn {
  const box = plotBox(picture)
  const x = (v: number): number => box.left + ((v - figure.from) / (figure.to - figure.from)) * (box.right - box.left)
  const y = (v: number): number => box.bottom - ((v - figure.low) / (figure.high - figure.low)) * (box.bottom - box.top)
  const pixels = figure.curves.map(c => c.segments.map(s => s.map(([px, py]) => [x(px), y(py)] as const)))
  const labels = placeLabels(
    figure.curves.map((c, i) => ({ text: c.name, segments: pixels[i] })),
    box,
    fontSize,
  )
  const name = figure.curves.map(c => c.name).join(', ')
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}" viewBox="0 0 ${picture.width} ${picture.height}" role="img" font-family="Inter, 'DejaVu Sans', sans-serif" font-size="${fontSize}">`,
    `<title>${escaped(name)}</title>`,
    `<desc>${escaped([`x from ${figure.from} to ${figure.to}`, ...figure.notes].join('; '))}</desc>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...xGrid(figure, x, box),
    ...yGrid(figure, y, box),
    `<clipPath id="plot"><rect x="${box.left}" y="${box.top}" width="${box.right - box.left}" height="${box.bottom - box.top}"/></clipPath>`,
    '<g clip-path="url(#plot)" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">',
    ...figure.curves.map((curve, i) => path(curve, pixels[i], figure)),
    '</g>',
    ...labels.map((l, i) => text(l.x, l.y, l.text, `fill="${colourOf(figure.curves[i])}" font-weight="600"`)),
    '</svg>',
  ]
  return { svg: `${svg.join('\n')}\n`, lines: pixels.flat(), labels }
}

const colourOf = (curve: Curve): string => palette[curve.series % palette.length]

function path(curve: Curve, segments: readonly (readonly (readonly [number, number])[])[], figure: Figure): string {
  const slopesToo = figure.curves.some(c => c.dashed)
  const dash = slopesToo ? (curve.dashed ? dashes[1] : '') : dashes[curve.series % dashes.length]
  const d = segments.map(s => s.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${short(px)} ${short(py)}`).join('')).join('')
  return `<path d="${d}" stroke="${colourOf(curve)}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
}

const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${short(x)}" y="${short(y)}" ${attributes}>${escaped(content)}</text>`

const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${colour}"/>`

const xGrid = (figure: Figure, x: (v: number) => number, box: Box): string[] =>
  ticks(figure.from, figure.to, (box.right - box.left) / 70).flatMap(t => [
    line(x(t), box.top, x(t), box.bottom, t === 0 ? middle : faint),
    text(x(t), box.bottom + 20, signed(t), `fill="${ink}" text-anchor="middle"`),
  ])

const yGrid = (figure: Figure, y: (v: number) => number, box: Box): string[] =>
  ticks(figure.low, figure.high, (box.bottom - box.top) / 50).flatMap(t => [
    line(box.left, y(t), box.right, y(t), t === 0 ? middle : faint),
    text(box.left - 8, y(t) + 4.5, signed(t), `fill="${ink}" text-anchor="end"`),
  ])
