/** What figures are made of, wherever they are drawn. Loads no library, so that a plot in a terminal starts at once. */
export { type Axis, xGrid, yGrid } from './axes.ts'
export type { Box, Pixel } from './geometry.ts'
export { type Heights, heights } from './heights.ts'
export { type Label, type Named, placeLabels } from './labels.ts'
export { type Colours, dark, dashes, declarations, light, themed } from './palette.ts'
export { clip, dashed, escaped, line, type Picture, polyline, short, svg, text } from './svg.ts'
export { tickText, ticks } from './ticks.ts'
