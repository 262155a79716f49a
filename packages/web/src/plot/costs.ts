/** Times of functions as dots with their quartiles, over a logarithmic axis. */
import { type Colours, line, short, text } from '@xphi/lab/chart'
import type { Timing } from '@xphi/lab/speed'
import { letter, sheet } from './sheet.ts'

/** What is drawn under a name: the copy beside it is a line. */
export interface CostRow {
  readonly name: string
  readonly copy: Timing
  readonly exact?: Timing
  readonly fast?: Timing
}

export interface CostFigure {
  readonly title: string
  readonly description: string
  readonly rows: readonly CostRow[]
  readonly labels: {
    readonly copy: string
    readonly exact: string
    readonly fast: string
    readonly unit: string
    readonly gpu: string
    readonly notYet: string
  }
}

const [top, rowHeight, bottom] = [30, 46, 40]
const right = 64

export const costHeight = (rows: number): number => top + (rows + 1) * rowHeight + bottom

export const digits = (ns: number): string => (ns < 10 ? ns.toPrecision(2) : ns.toFixed(0))

export function drawCosts({ title, description, rows, labels }: CostFigure, width: number, colours: Colours): string {
  const narrow = width < 480
  const left = narrow ? 20 : 150
  const timings = rows.flatMap(({ copy, exact, fast }) => [copy, exact, fast].filter(timing => timing !== undefined))
  const low = 10 ** Math.floor(Math.log10(Math.min(0.1, ...timings.map(timing => timing.lower))))
  const high = 10 ** Math.ceil(Math.log10(Math.max(1, ...timings.map(timing => timing.upper))))
  const at = (ns: number): number => left + ((width - right - left) * Math.log(ns / low)) / Math.log(high / low)
  const decades = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => Number((low * 10 ** i).toPrecision(1)))
  // Over the grid's lines.
  const halo = `paint-order="stroke" stroke="${colours.paper}" stroke-width="5"`
  const floor = top + (rows.length + 1) * rowHeight
  const grid = decades.flatMap(ns => [
    line(at(ns), top - 6, at(ns), floor, colours.faint),
    text(at(ns), floor + 20, String(ns), `fill="${colours.ink}" text-anchor="middle"`),
  ])
  const dot = ({ lower, median, upper }: Timing, y: number, series: number, hollow: boolean): string[] => {
    const colour = colours.series[series]
    return [
      `<path d="M${short(at(lower))} ${y}H${short(at(upper))}" stroke="${colour}" stroke-width="2"/>`,
      `<circle cx="${short(at(median))}" cy="${y}" r="4.5" fill="${hollow ? colours.paper : colour}" stroke="${colour}" stroke-width="2"/>`,
    ]
  }
  const drawn = rows.flatMap(({ name, copy, exact, fast }, i) => {
    const y = top + (i + 0.5) * rowHeight + (narrow ? 8 : 0)
    const said = [exact && `${labels.exact} ${digits(exact.median)}`, fast && `${labels.fast} ${digits(fast.median)}`].filter(
      s => s !== undefined,
    )
    const last = Math.max(...[copy, exact, fast].map(timing => (timing ? at(timing.upper) : 0)))
    // The numbers stand behind the dots, or before them where they would leave the picture.
    const words = said.join(' · ')
    const fits = last + 12 + letter * words.length < width
    const first = Math.min(...[copy, exact, fast].map(timing => (timing ? at(timing.lower) : width)))
    return [
      narrow
        ? text(left, y - 16, name, `fill="${colours.ink}"`)
        : text(left - 14, y + 4.5, name, `fill="${colours.ink}" text-anchor="end"`),
      `<path d="M${short(at(copy.median))} ${y - 9}v18" stroke="${colours.muted}" stroke-width="2"/>`,
      ...(exact ? dot(exact, y, 0, false) : []),
      ...(fast ? dot(fast, y, 1, true) : []),
      narrow
        ? text(width - 8, y - 16, words, `fill="${colours.muted}" text-anchor="end"`)
        : text(fits ? last + 12 : first - 12, y + 4.5, words, `${halo} fill="${colours.muted}"${fits ? '' : ' text-anchor="end"'}`),
    ]
  })
  const gpu = top + (rows.length + 0.5) * rowHeight + (narrow ? 8 : 0)
  const body = [
    ...grid,
    ...drawn,
    narrow
      ? text(left, gpu - 16, labels.gpu, `fill="${colours.muted}"`)
      : text(left - 14, gpu + 4.5, labels.gpu, `fill="${colours.muted}" text-anchor="end"`),
    text(
      narrow ? width - 8 : left,
      narrow ? gpu - 16 : gpu + 4.5,
      labels.notYet,
      `fill="${colours.muted}"${narrow ? ' text-anchor="end"' : ''}`,
    ),
    ...(rows.length > 0 ? [text(at(rows[0].copy.median), top - 12, labels.copy, `fill="${colours.muted}" text-anchor="middle"`)] : []),
    text(width - 8, floor + 38, labels.unit, `fill="${colours.muted}" text-anchor="end"`),
  ]
  return sheet({ width, height: costHeight(rows.length) }, title, description, colours, body)
}
