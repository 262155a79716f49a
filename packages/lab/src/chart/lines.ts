/** Curves with bands in one window, each named at its right end. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { area } from 'd3-shape'
import { type Axis, xGrid, yGrid } from './axes.ts'
import { heights } from './heights.ts'
import type { Box, Pixel } from './geometry.ts'
import { dashes, themed } from './palette.ts'
import { spread } from './spread.ts'
import { clip, dashed, type Picture, polyline, svg, text } from './svg.ts'
import { ticks } from './ticks.ts'

/** A point of a curve: its height, and the lowest and highest of what it is the mean of. */
export interface BandPoint {
  readonly x: number
  readonly y: number
  readonly low: number
  readonly high: number
}

export interface Series {
  readonly name: string
  readonly points: readonly BandPoint[]
  /** Place in the palette and among the dashes; without it the curve stays in the background, thin and unnamed. */
  readonly style?: number
}

export interface LineChart {
  /** Unique in its page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly xName: string
  /** A logarithmic vertical axis; the heights must be positive. */
  readonly log: boolean
  /** The least and the greatest height there can be: the window ends there. */
  readonly possible?: readonly [number, number]
  readonly series: readonly Series[]
  /** A height to compare with. */
  readonly reference?: { readonly name: string; readonly y: number }
}

// Drawn for a phone, where a unit is about a pixel; a page may draw it up to a third larger.
const picture: Picture = { width: 384, height: 280 }
const fontSize = 12
const letter = 0.58 * fontSize
const longest = 14
const leader = 12

const cut = (name: string): string => {
  const letters = [...name]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}\u2026` : name
}

/** An SVG figure in the colours of the page around it. A single point is drawn as a dot. */
export function lineChart({ id, title, description, xName, log, possible = [-Infinity, Infinity], series, reference }: LineChart): string {
  const drawn = series.map(s => ({ ...s, points: s.points.filter(p => Number.isFinite(p.y)) })).filter(s => s.points.length > 0)
  const named = drawn.filter(s => s.style !== undefined)
  const box: Box = {
    left: 46,
    top: 10,
    right: picture.width - leader - 8 - letter * Math.max(1, ...named.map(s => [...cut(s.name)].length)),
    bottom: picture.height - 40,
  }
  const x = horizontal(drawn, box)
  const y = vertical(drawn, box, log, possible)
  const front = [...drawn].sort((a, b) => (b.style ?? Infinity) - (a.style ?? Infinity))
  const names = endNames(named, y, box)
  const body = [
    ...xGrid(x, box, themed),
    ...yGrid(y, box, themed),
    text(box.right, picture.height - 4, xName, `fill="${themed.muted}" text-anchor="end"`),
    // Room for half a line along an edge.
    clip(id, { left: box.left - 4, top: box.top - 4, right: box.right + 4, bottom: box.bottom + 4 }),
    `<g clip-path="url(#${id})" fill="none" stroke-linejoin="round" stroke-linecap="round">`,
    ...front.flatMap(s => [band(s, x, y), curve(s, x, y)]),
    ...(reference === undefined ? [] : referenceLine(reference, y, box)),
    '</g>',
    ...names,
  ]
  return svg(picture, `class="chart" font-size="${fontSize}"`, title, description, body)
}

const colourOf = ({ style }: Series): string => (style === undefined ? themed.middle : themed.series[style % themed.series.length])

function horizontal(series: readonly Series[], box: Box): Axis {
  const all = series.flatMap(s => s.points.map(p => p.x))
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const domain = to > from ? [from, to] : [from - 1, from]
  const wanted = to > from ? ticks(from, to, (box.right - box.left) / 48) : [from]
  return { ticks: wanted.filter(Number.isInteger), pixel: scaleLinear(domain, [box.left, box.right]) }
}

function vertical(series: readonly Series[], box: Box, log: boolean, [least, most]: readonly [number, number]): Axis {
  const all = series.flatMap(s => s.points.flatMap(p => [p.y, ...(s.style === undefined ? [] : [p.low, p.high])])).filter(Number.isFinite)
  const window = heights(log ? all.map(Math.log10) : all)
  const low = log ? window.low : Math.max(window.low, least)
  const high = Math.min(window.high, log ? Math.log10(most) : most)
  const range = [box.bottom, box.top]
  const count = (box.bottom - box.top) / 50
  if (!log) return { ticks: ticks(low, high, count), pixel: scaleLinear([low, high], range) }
  const pixel = scaleLog([10 ** low, 10 ** high], range)
  if (high - low > 2)
    return { ticks: ticks(low, high, Math.min(count, high - low)).flatMap(t => (Number.isInteger(t) ? [Number(`1e${t}`)] : [])), pixel }
  const steps = pixel.ticks().filter(t => /^[125]e/.test(t.toExponential(0)))
  return { ticks: steps.length > 1 ? steps : ticks(10 ** low, 10 ** high, count), pixel }
}

function band({ points, style }: Series, x: Axis, y: Axis): string {
  if (style === undefined || points.every(p => p.low === p.high)) return ''
  const shape = area<BandPoint>(
    p => x.pixel(p.x),
    p => y.pixel(p.low),
    p => y.pixel(p.high),
  ).digits(1)
  return `<path d="${shape(points)}" fill="${themed.series[style % themed.series.length]}" fill-opacity="0.1"/>`
}

function curve(series: Series, x: Axis, y: Axis): string {
  const pixels = series.points.map((p): Pixel => [x.pixel(p.x), y.pixel(p.y)])
  const d = polyline(pixels.length === 1 ? [...pixels, ...pixels] : pixels)
  if (series.style === undefined) return `<path d="${d}" stroke="${colourOf(series)}" stroke-width="1" stroke-opacity="0.6"/>`
  const dash = pixels.length === 1 ? '' : dashes[series.style % dashes.length]
  return `<path d="${d}" stroke="${colourOf(series)}" stroke-width="${pixels.length === 1 ? 7 : 2}"${dashed(dash)}/>`
}

function referenceLine({ name, y: value }: { readonly name: string; readonly y: number }, y: Axis, box: Box): string[] {
  const at = y.pixel(value)
  if (!(at > box.top + fontSize && at < box.bottom)) return []
  return [
    `<path d="${polyline([
      [box.left, at],
      [box.right, at],
    ])}" stroke="${themed.muted}" stroke-dasharray="1 4"/>`,
    text(box.right - 4, at - 5, name, `fill="${themed.muted}" text-anchor="end" class="halo"`),
  ]
}

/** Names beside the ends of their curves, moved apart, with a line from each end to its name. */
function endNames(named: readonly Series[], y: Axis, box: Box): string[] {
  const ends = named.map(s => Math.min(box.bottom, Math.max(box.top, y.pixel(s.points.at(-1)!.y))))
  const places = spread(ends, fontSize + 3, box.top + 4, box.bottom)
  return named.flatMap((s, i) => [
    `<path d="${polyline([
      [box.right + 2, ends[i]],
      [box.right + leader, places[i]],
    ])}" stroke="${colourOf(s)}" fill="none"/>`,
    text(box.right + leader + 4, places[i] + 4.5, cut(s.name), `fill="${colourOf(s)}" font-weight="600"`),
  ])
}
