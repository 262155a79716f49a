/** Lines of a running experiment, named beside themselves. */
import {
  type Box,
  type Colours,
  dashed,
  dashes,
  line,
  type Picture,
  type Pixel,
  placeLabels,
  polyline,
  text,
  tickText,
  ticks,
} from '@xphi/lab/chart'
import { raised } from '../plot/grid.ts'
import { fontSize, sheet } from '../plot/sheet.ts'

export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface Lines {
  readonly title: string
  readonly xName: string
  readonly yName: string
  readonly x: readonly [from: number, to: number]
  /** Of the heights, or of their powers of ten: fixed, so that a line that moves is seen to move. */
  readonly y: readonly [low: number, high: number]
  readonly log: boolean
  readonly lines: readonly Line[]
}

const margin = { left: 52, right: 16, top: 26, bottom: 44 } as const

/** A height that does not fit is drawn at the window's end. */
export function drawLines({ title, xName, yName, x, y, log, lines }: Lines, picture: Picture, colours: Colours): string {
  const box: Box = { left: margin.left, top: margin.top, right: picture.width - margin.right, bottom: picture.height - margin.bottom }
  const across = (v: number): number => box.left + ((v - x[0]) / (x[1] - x[0] || 1)) * (box.right - box.left)
  const up = (v: number): number => box.bottom - ((v - y[0]) / (y[1] - y[0])) * (box.bottom - box.top)
  const height = (v: number): number => Math.min(box.bottom, Math.max(box.top, up(log ? Math.log10(v) : v)))
  const pixels = lines.map(l => l.points.map(([px, py]): Pixel => [across(px), height(py)]))
  const begun = lines.flatMap((l, i) => (l.points.length > 0 ? [{ text: l.name, segments: [pixels[i]], series: i }] : []))
  const labels = placeLabels(begun, box, fontSize)
  const colourOf = (i: number): string => colours.series[i % colours.series.length]
  const yTicks = ticks(y[0], y[1], (box.bottom - box.top) / 45).filter(t => !log || Number.isInteger(t))
  const signed = (v: number): string => tickText(v).replace('-', '−')
  const body = [
    ...ticks(x[0], x[1], (box.right - box.left) / 60)
      .filter(Number.isInteger)
      .map(t => text(across(t), box.bottom + 18, signed(t), `fill="${colours.ink}" text-anchor="middle"`)),
    ...yTicks.flatMap(t => [
      line(box.left, up(t), box.right, up(t), colours.faint),
      text(box.left - 8, up(t) + 4.5, log ? `10${raised(t)}` : signed(t), `fill="${colours.ink}" text-anchor="end"`),
    ]),
    text(box.right, picture.height - 6, xName, `fill="${colours.muted}" text-anchor="end"`),
    text(box.left - 44, 14, yName, `fill="${colours.muted}"`),
    '<g fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">',
    ...pixels.map((p, i) => `<path d="${polyline(p)}" stroke="${colourOf(i)}"${dashed(dashes[i % dashes.length])}/>`),
    '</g>',
    ...labels.map((l, i) => text(l.x, l.y, l.text, `fill="${colourOf(begun[i].series)}" font-weight="600"`)),
  ]
  return sheet(picture, title, `${xName}; ${yName}`, colours, body)
}
