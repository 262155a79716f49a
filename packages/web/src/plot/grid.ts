/** Outputs over the grid of a format: how many lie in each power of two that it has, row by row. */
import { type Colours, line, type Picture, short, text } from '@xphi/lab/chart'
import type { Fp8Format } from '@xphi/lab/fp8'
import type { GridStatistics } from '@xphi/train'
import { formats, fromBits, quantumExponent } from 'xphi/number'
import { letter, sheet } from './sheet.ts'

export interface GridRow {
  readonly title: string
  /** On one line, or on one each where there is no room. */
  readonly texts: readonly string[]
  readonly outlier: GridStatistics
  readonly others: GridStatistics
}

export interface GridFigure {
  readonly title: string
  readonly description: string
  readonly format: Fp8Format
  readonly rows: readonly GridRow[]
  readonly labels: { readonly others: string; readonly outlier: string; readonly zero: string }
}

const [left, right] = [8, 8]
const [bars, apart, axis] = [76, 20, 44]
const narrowest = 480
/** Height of what is said of a row. */
const wordsOf = (width: number): number => (width < narrowest ? 60 : 42)

/** A share that is drawn at full height; a greater one is told. */
const most = 0.4

/** Height of a figure of so many rows. */
export const gridHeight = (rows: number, width: number): number => rows * (wordsOf(width) + bars + apart) + axis

/** The powers of two between which the format has numbers. */
export function exponentsOf(format: Fp8Format): readonly number[] {
  const { minimumExponent, maximumExponent } = formats[format]
  const least = quantumExponent(format, minimumExponent)
  return Array.from({ length: maximumExponent - least + 1 }, (_, i) => least + i)
}

/** Shares of a group: of zeros, then of each power of two. */
export function sharesOf({ zeros, histogram, count }: GridStatistics, format: Fp8Format): readonly number[] {
  const counts = new Map(histogram.map(bin => [Math.log2(bin.from), bin.count]))
  return [zeros, ...exponentsOf(format).map(exponent => counts.get(exponent) ?? 0)].map(n => n / count)
}

/** All positive numbers of the format. */
const numbersOf = (format: Fp8Format): readonly number[] =>
  Array.from({ length: 127 }, (_, i) => fromBits(format, i + 1)).filter(Number.isFinite)

/** An exponent. */
export const raised = (n: number): string => [...String(n)].map(c => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)])).join('')

export function drawGrid({ title, description, format, rows, labels }: GridFigure, width: number, colours: Colours): string {
  const picture: Picture = { width, height: gridHeight(rows.length, width) }
  const words = wordsOf(width)
  const exponents = exponentsOf(format)
  // Zeros stand apart, a column from the rest.
  const column = (width - left - right) / (exponents.length + 2)
  const start = (i: number): number => left + column * (i === 0 ? 0 : i + 1)
  const at = (exponent: number): number => start(1) + column * (exponent - exponents[0])
  const shares = rows.map(row => ({ others: sharesOf(row.others, format), outlier: sharesOf(row.outlier, format) }))
  const normal = at(formats[format].minimumExponent)
  const drawn = rows.flatMap((row, r) => {
    const top = r * (words + bars + apart)
    const floor = top + words + bars
    const height = (share: number): number => (bars * Math.min(share, most)) / most
    const visible = (share: number): boolean => height(share) >= 1
    const beyond = [...shares[r].others.entries()].filter(([, share]) => share > most)
    const filled = shares[r].others.map((share, i) =>
      !visible(share)
        ? ''
        : `<rect x="${short(start(i) + 1)}" y="${short(floor - height(share))}" width="${short(column - 2)}" height="${short(height(share))}"/>`,
    )
    const steps = shares[r].outlier.map((share, i) =>
      !visible(share) ? '' : `M${short(start(i))} ${short(floor)}v${short(-height(share))}h${short(column)}v${short(height(share))}`,
    )
    const first = width - right - letter * labels.outlier.length - 18
    const names = [
      text(width - right, top + 14, labels.outlier, `fill="${colours.series[1]}" font-weight="600" text-anchor="end"`),
      text(first, top + 14, labels.others, `fill="${colours.series[0]}" font-weight="600" text-anchor="end"`),
    ]
    const lines = width < narrowest ? row.texts : [row.texts.join(' · ')]
    return [
      line(normal, top + words, normal, floor, colours.faint),
      `<g fill="${colours.series[0]}" fill-opacity="0.75">${filled.join('')}</g>`,
      `<path d="${steps.join('')}" fill="none" stroke="${colours.series[1]}" stroke-width="1.75" stroke-dasharray="5 2"/>`,
      ...beyond.map(([i, share]) =>
        text(start(i) + column + 4, floor - bars + 12, `${Math.round(100 * share)} %`, `fill="${colours.series[0]}" font-weight="600"`),
      ),
      line(left, floor, width - right, floor, colours.middle),
      text(left, top + 14, row.title, `fill="${colours.ink}" font-weight="600"`),
      ...lines.map((said, i) => text(left, top + 32 + 18 * i, said, `fill="${colours.muted}"`)),
      ...(r === 0 ? names.slice(0, letter * (row.title.length + labels.others.length) < first - left ? 2 : 1) : []),
    ]
  })
  const floor = rows.length * (words + bars + apart) - apart
  const numbers = numbersOf(format).map(v => short(at(Math.log2(v))))
  const every = column > 30 ? 2 : column > 15 ? 4 : 8
  const ticks = exponents.filter(e => e % every === 0 && at(e) > left + 30)
  const scale = [
    `<path d="${numbers.map(x => `M${x} ${floor + 3}v6`).join('')}" stroke="${colours.muted}" stroke-width="0.75"/>`,
    ...ticks.map(e => text(at(e), floor + 26, `2${raised(e)}`, `fill="${colours.ink}" text-anchor="middle"`)),
    text(left, floor + 26, labels.zero, `fill="${colours.ink}"`),
  ]
  return sheet(picture, title, description, colours, [...drawn, ...scale])
}
