/** Means with their intervals as a dot and a line, row by row on one scale. */
import { scaleLinear } from 'd3-scale'
import type { Axis } from './axes.ts'
import { heights } from './heights.ts'
import { themed } from './palette.ts'
import { line, polyline, signed, text } from './svg.ts'
import { ticks } from './ticks.ts'

export interface Interval {
  readonly mean: number
  /** NaN where there is none. */
  readonly ci95: readonly [number, number]
}

export interface WhiskerScale extends Axis {
  readonly low: number
  readonly high: number
}

const width = 168
const height = 28
const middle = height / 2
// Lines behind the dots run on into the rows above and below: the page clips them at the row.
const beyond = 400
// Room at both ends for a dot, half a tick's label, and the arrow of an interval that goes on.
const inset = 18
const letter = 7

// Tukey calls what lies more than 3 of the middle half's widths beyond it far out; a wider fence keeps what a reader can still place.
const fence = 8

/** Values without those so far out that the others would run together. */
function near(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]
  const room = fence * (at(0.75) - at(0.25))
  return room > 0 ? sorted.filter(v => v >= at(0.25) - room && v <= at(0.75) + room) : sorted
}

/** A scale on which all rows' intervals fit, within what is possible at all; far ones lie beyond its ends. */
export function whiskerScale(rows: readonly Interval[], possible: readonly [number, number]): WhiskerScale {
  const window = heights(near(rows.flatMap(r => [r.mean, ...r.ci95]).filter(Number.isFinite)))
  const low = Math.max(window.low, possible[0])
  const high = Math.min(window.high, possible[1])
  const pixel = scaleLinear([low, high], [inset, width - inset])
  const apart = (labels: readonly number[]): boolean =>
    labels.every(
      (t, i) => i === 0 || pixel(t) - pixel(labels[i - 1]) > letter * (signed(t).length + signed(labels[i - 1]).length + 2) * 0.5,
    )
  return { low, high, ticks: [4, 3, 2, 1].map(count => ticks(low, high, count)).find(apart) ?? [], pixel }
}

const picture = (body: readonly string[], tall: number): string =>
  `<svg class="whisker" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}" aria-hidden="true" font-size="12">${body.join('')}</svg>`

/** The scale's ticks, for the column's head. */
export const whiskerHead = ({ ticks, pixel }: WhiskerScale): string =>
  picture(
    ticks.flatMap(t => [
      text(pixel(t), 12, signed(t), `fill="${themed.muted}" text-anchor="middle"`),
      line(pixel(t), 17, pixel(t), 22, themed.middle),
    ]),
    22,
  )

/** One row: a dot at the mean, a line along the interval, an arrow where it goes on beyond the scale; `reference` as a line behind it. */
export function whisker({ mean, ci95 }: Interval, scale: WhiskerScale, colour: string, reference: number): string {
  const { pixel, low, high } = scale
  const grid = scale.ticks.map(t => line(pixel(t), -beyond, pixel(t), beyond, themed.faint))
  const baseline = reference >= low && reference <= high ? [line(pixel(reference), -beyond, pixel(reference), beyond, themed.middle)] : []
  if (!Number.isFinite(mean)) return picture([...grid, ...baseline], height)
  const body = [...grid, ...baseline]
  const [from, to] = ci95
  if (Number.isFinite(from) && Number.isFinite(to) && to >= low && from <= high) {
    const [a, b] = [Math.max(low, from), Math.min(high, to)].map(pixel)
    body.push(
      `<path d="${polyline([
        [a, middle],
        [b, middle],
      ])}" stroke="${colour}" stroke-width="2"/>`,
    )
    body.push(from < low ? arrow(a - 6, -1, colour) : bracket(a, colour), to > high ? arrow(b + 6, 1, colour) : bracket(b, colour))
  }
  if (mean < low) body.push(arrow(inset - 6, -1, colour))
  else if (mean > high) body.push(arrow(width - inset + 6, 1, colour))
  else body.push(`<circle cx="${pixel(mean).toFixed(1)}" cy="${middle}" r="4.5" fill="${colour}"/>`)
  return picture(body, height)
}

const bracket = (x: number, colour: string): string =>
  `<path d="${polyline([
    [x, middle - 4],
    [x, middle + 4],
  ])}" stroke="${colour}" stroke-width="2"/>`

const arrow = (x: number, direction: 1 | -1, colour: string): string =>
  `<path d="${polyline([
    [x - 6 * direction, middle - 5],
    [x, middle],
    [x - 6 * direction, middle + 5],
  ])}" stroke="${colour}" stroke-width="2" fill="none"/>`
