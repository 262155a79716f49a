/** Grid lines with their labels, along two axes. */
import type { Box } from './geometry.ts'
import type { Colours } from './palette.ts'
import { line, signed, text } from './svg.ts'

/** Where ticks stand, and the pixel of each value. */
export interface Axis {
  readonly ticks: readonly number[]
  readonly pixel: (value: number) => number
}

/** Vertical grid lines, labelled below the box. */
export const xGrid = ({ ticks, pixel }: Axis, box: Box, colours: Colours): string[] =>
  ticks.flatMap(t => [
    line(pixel(t), box.top, pixel(t), box.bottom, t === 0 ? colours.middle : colours.faint),
    text(pixel(t), box.bottom + 20, signed(t), `fill="${colours.ink}" text-anchor="middle"`),
  ])

/** Horizontal grid lines, labelled left of the box. */
export const yGrid = ({ ticks, pixel }: Axis, box: Box, colours: Colours): string[] =>
  ticks.flatMap(t => [
    line(box.left, pixel(t), box.right, pixel(t), t === 0 ? colours.middle : colours.faint),
    text(box.left - 8, pixel(t) + 4.5, signed(t), `fill="${colours.ink}" text-anchor="end"`),
  ])
