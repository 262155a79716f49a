/** Curves as Braille characters: 2 by 4 dots a character, enough to show GELU's dip. */
import { tickText, ticks } from '@xphi/lab/chart'
import type { Curve, Figure } from '@xphi/lab/curve'
import type { Colour, Paint } from '../output.ts'

export interface Size {
  /** Characters, labels included. */
  readonly width: number
  readonly height: number
}

const palette: readonly Colour[] = ['blue', 'orange', 'green', 'purple', 'red', 'cyan']
// Dots 1-8 of Unicode's Braille patterns, by column and row.
const bits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const
// Of a dashed curve three dots in six are drawn.
const dash = { on: 3, period: 6 } as const

/** The figure as lines of text. */
export function braille(figure: Figure, { width, height }: Size, paint: Paint): string {
  const yTicks = ticks(figure.low, figure.high, height / 3)
  const margin = Math.max(...yTicks.map(t => tickText(t).length))
  const longest = Math.max(...figure.curves.map(c => c.name.length))
  const columns = Math.max(20, width - margin - longest - 4)
  const canvas = new Canvas(columns, height)
  for (const curve of figure.curves) draw(canvas, figure, curve)
  const rowOf = (y: number): number => Math.floor(canvas.rowOf(y, figure) / 4)
  const ticksAt = new Map(yTicks.map(t => [rowOf(t), tickText(t)]))
  const zero = { row: rowOf(0), column: Math.floor(canvas.columnOf(0, figure) / 2) }
  const labels = labelRows(figure, canvas)
  const lines = Array.from({ length: height }, (_, r) => {
    const tick = ticksAt.get(r)
    const cells = Array.from({ length: columns }, (_, c) => canvas.cell(c, r, zero, paint)).join('')
    const label = labels.get(r)
    return `${(tick ?? '').padStart(margin)} ${paint('faint', tick === undefined ? '│' : '┤')}${cells} ${label ? paint(palette[label.series % palette.length], label.name) : ''}`
  })
  return [...lines, ...xAxis(figure, columns, margin, paint), ...figure.notes].map(line => line.trimEnd()).join('\n')
}

function xAxis(figure: Figure, columns: number, margin: number, paint: Paint): string[] {
  const rule = Array.from({ length: columns }, () => '─')
  const text = Array.from({ length: columns + margin + 6 }, () => ' ')
  for (const tick of ticks(figure.from, figure.to, columns / 10)) {
    const c = Math.min(columns - 1, Math.round(((tick - figure.from) / (figure.to - figure.from)) * (columns - 1)))
    rule[c] = '┬'
    const label = tickText(tick)
    const start = margin + 2 + c - (label.length >> 1)
    for (const [i, character] of [...label].entries()) text[start + i] = character
  }
  return [`${' '.repeat(margin + 1)}${paint('faint', `└${rule.join('')}`)}`, text.join('')]
}

interface Cell {
  readonly row: number
  readonly column: number
}

class Canvas {
  readonly columns: number
  readonly rows: number
  readonly #dots: Uint8Array
  readonly #series: Uint8Array
  constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
    this.#dots = new Uint8Array(columns * rows)
    this.#series = new Uint8Array(columns * rows)
  }

  /** The dot column of x, and the dot row of y from the top. */
  columnOf(x: number, f: Figure): number {
    return Math.round(((x - f.from) / (f.to - f.from)) * (2 * this.columns - 1))
  }
  rowOf(y: number, f: Figure): number {
    return Math.round(((f.high - y) / (f.high - f.low)) * (4 * this.rows - 1))
  }

  set(x: number, y: number, series: number): void {
    if (x < 0 || y < 0 || x >= 2 * this.columns || y >= 4 * this.rows) return
    const at = (y >> 2) * this.columns + (x >> 1)
    this.#dots[at] |= bits[x & 1][y & 3]
    this.#series[at] = series
  }

  cell(column: number, row: number, zero: Cell, paint: Paint): string {
    const at = row * this.columns + column
    if (this.#dots[at]) return paint(palette[this.#series[at] % palette.length], String.fromCharCode(0x2800 + this.#dots[at]))
    if (row === zero.row && column === zero.column) return paint('faint', '┼')
    return row === zero.row ? paint('faint', '┈') : column === zero.column ? paint('faint', '┊') : ' '
  }
}

function draw(canvas: Canvas, figure: Figure, curve: Curve): void {
  let drawn = 0
  for (const segment of curve.segments) {
    for (const [i, [x1, y1]] of segment.entries()) {
      const [x0, y0] = segment[Math.max(0, i - 1)]
      const [ax, ay, bx, by] = [
        canvas.columnOf(x0, figure),
        canvas.rowOf(y0, figure),
        canvas.columnOf(x1, figure),
        canvas.rowOf(y1, figure),
      ]
      const steps = Math.max(1, Math.abs(bx - ax), Math.min(8 * canvas.rows, Math.abs(by - ay)))
      for (let s = i === 0 ? steps : 1; s <= steps; s++) {
        if (curve.dashed && drawn++ % dash.period >= dash.on) continue
        canvas.set(Math.round(ax + ((bx - ax) * s) / steps), Math.round(ay + ((by - ay) * s) / steps), curve.series)
      }
    }
  }
}

/** Names to the right of the curves' ends, moved apart where two would share a row. */
function labelRows(figure: Figure, canvas: Canvas): Map<number, Curve> {
  const rows = new Map<number, Curve>()
  const ends = figure.curves.flatMap(curve => {
    const end = curve.segments.at(-1)?.at(-1)
    return end ? [{ curve, row: Math.min(canvas.rows - 1, Math.max(0, canvas.rowOf(end[1], figure) >> 2)) }] : []
  })
  for (const { curve, row } of ends.sort((a, b) => a.row - b.row)) {
    for (let d = 0; d < 2 * canvas.rows; d++) {
      const at = row + (d % 2 ? (d + 1) >> 1 : -(d >> 1))
      if (at < 0 || at >= canvas.rows || rows.has(at)) continue
      rows.set(at, curve)
      break
    }
  }
  return rows
}
