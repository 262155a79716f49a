/** Gradient norms by layer and step as a map: light where they vanish, dark where they flow. */
import { type Colours, line, text, ticks } from '@xphi/lab/chart'
import type { Gradients } from '../engine/deepening.svelte.ts'
import { channels, mixed } from './colour.ts'
import { raised } from './grid.ts'
import { sheet } from './sheet.ts'

/** Decades that the colours span. */
export interface Decades {
  readonly low: number
  readonly high: number
}

/** Below it a single is no longer normal, and no decade is told from the next. */
const lowest = -38
const levels = 64
/** Of what is painted. */
const shadeCount = 256

/** All that is not 0, in whole decades; at least three, so that a noise is no spectacle. */
export function decadesOf(all: readonly Gradients[]): Decades {
  let [low, high] = [Infinity, -Infinity]
  for (const { norms } of all)
    for (const column of norms)
      for (const norm of column) {
        if (!(norm > 0 && norm < Infinity)) continue
        low = Math.min(low, norm)
        high = Math.max(high, norm)
      }
  if (low > high) return { low: -3, high: 0 }
  const top = Math.ceil(Math.log10(high)) + 0
  return { low: Math.max(lowest, Math.min(Math.floor(Math.log10(low)), top - 3)), high: top }
}

/** From 0, where nothing flows, to 1. */
export const levelOf = (norm: number, { low, high }: Decades): number =>
  norm > 0 ? Math.min(1, Math.max(0, (Math.log10(norm) - low) / (high - low))) : 0

/** Three colours whose lightness goes one way, so that the eye orders them without telling hues apart. */
export function rampOf({ faint, series, ink }: Colours): (level: number) => readonly number[] {
  const [low, middle, high] = [faint, series[0], ink].map(channels)
  return level => {
    const [from, to, share] = level < 0.6 ? [low, middle, level / 0.6] : [middle, high, (level - 0.6) / 0.4]
    return mixed(from, to, share).map(Math.round)
  }
}

/** A pixel a cell, the last layer at the top. */
export function paintHeat(
  canvas: HTMLCanvasElement,
  { norms, layers }: Gradients,
  steps: number,
  decades: Decades,
  colours: Colours,
): void {
  canvas.width = steps
  canvas.height = layers
  const ramp = rampOf(colours)
  const shades = Array.from({ length: shadeCount }, (_, i) => [...ramp(i / (shadeCount - 1)), 255])
  const image = new ImageData(steps, layers)
  for (const [step, column] of norms.entries())
    for (const [layer, norm] of column.entries())
      image.data.set(shades[Math.round(levelOf(norm, decades) * (shadeCount - 1))], 4 * ((layers - 1 - layer) * steps + step))
  canvas.getContext('2d')!.putImageData(image, 0, 0)
}

export interface HeatFigure {
  readonly maps: readonly { readonly name: string; readonly gradients: Gradients }[]
  readonly steps: number
  readonly title: string
  readonly names: { readonly layer: string; readonly step: string; readonly norm: string }
}

const [cellWidth, margin] = [3, { left: 56, right: 16, top: 34, bottom: 44 }]
const mapHeight = 240
const barHeight = 12

/** All maps as one file, with their scale. */
export function heatSvg({ maps, steps, title, names }: HeatFigure, colours: Colours): string {
  const decades = decadesOf(maps.map(m => m.gradients))
  const inner = steps * cellWidth
  const size = {
    width: Math.max(420, maps.length * (margin.left + inner + margin.right)),
    height: margin.top + mapHeight + margin.bottom + 64,
  }
  const body = maps.flatMap(({ name, gradients }, i) => {
    const left = margin.left + i * (margin.left + inner + margin.right)
    return [
      text(left, margin.top - 12, name, `fill="${colours.ink}" font-weight="600"`),
      ...cells(gradients, decades, left, colours),
      ...layerTicks(gradients.layers).map(l =>
        text(left - 8, margin.top + rowOf(l, gradients.layers) + 4, String(l), `fill="${colours.ink}" text-anchor="end"`),
      ),
      ...ticks(0, steps, 4).map(s =>
        text(left + s * cellWidth, margin.top + mapHeight + 18, String(s), `fill="${colours.ink}" text-anchor="middle"`),
      ),
      text(left - 40, margin.top - 12, names.layer, `fill="${colours.muted}"`),
      text(left + inner, margin.top + mapHeight + 36, names.step, `fill="${colours.muted}" text-anchor="end"`),
    ]
  })
  return sheet(size, title, names.norm, colours, [...body, ...bar(decades, names.norm, size.height - 50, colours)])
}

const hex = (rgb: readonly number[]): string => `#${rgb.map(c => c.toString(16).padStart(2, '0')).join('')}`
const rowOf = (layer: number, layers: number): number => ((layers - layer + 0.5) / layers) * mapHeight

/** Layers that are named along the axis: the first and the last among them. */
export const layerTicks = (layers: number): readonly number[] => [
  1,
  ...ticks(1, layers, 4).filter(l => Number.isInteger(l) && l > 0.12 * layers && l < 0.9 * layers),
  layers,
]

/** One path a colour: a cell is a square of it. */
function cells({ norms, layers }: Gradients, decades: Decades, left: number, colours: Colours): string[] {
  const ramp = rampOf(colours)
  const height = mapHeight / layers
  const paths = new Map<number, string>()
  for (const [step, column] of norms.entries())
    for (const [layer, norm] of column.entries()) {
      const level = Math.round(levelOf(norm, decades) * levels)
      const y = margin.top + (layers - 1 - layer) * height
      paths.set(
        level,
        `${paths.get(level) ?? ''}M${left + step * cellWidth} ${Number(y.toFixed(2))}h${cellWidth}v${Number(height.toFixed(2))}h-${cellWidth}z`,
      )
    }
  return [...paths].map(([level, d]) => `<path d="${d}" fill="${hex(ramp(level / levels))}" shape-rendering="crispEdges"/>`)
}

function bar(decades: Decades, name: string, top: number, colours: Colours): string[] {
  const ramp = rampOf(colours)
  const width = 300
  const at = (power: number): number => margin.left + ((power - decades.low) / (decades.high - decades.low)) * width
  const step = width / levels
  return [
    text(margin.left, top - 6, name, `fill="${colours.muted}"`),
    ...Array.from(
      { length: levels },
      (_, i) =>
        `<rect x="${margin.left + i * step}" y="${top}" width="${step + 0.5}" height="${barHeight}" fill="${hex(ramp((i + 0.5) / levels))}"/>`,
    ),
    ...powersOf(decades).flatMap(power => [
      line(at(power), top + barHeight, at(power), top + barHeight + 4, colours.middle),
      text(at(power), top + barHeight + 18, `10${raised(power)}`, `fill="${colours.ink}" text-anchor="middle"`),
    ]),
  ]
}

/** Powers of ten that are named along the scale. */
export const powersOf = ({ low, high }: Decades): readonly number[] => ticks(low, high, 5).filter(Number.isInteger)

/** Every number that the maps show. */
export function heatCsv(maps: HeatFigure['maps']): string {
  const lines = maps.flatMap(({ name, gradients: { norms, losses } }) =>
    norms.flatMap((column, step) => column.map((norm, layer) => [name, step, layer + 1, norm, losses[step]].join(','))),
  )
  return `${['function,step,layer,gradient,loss', ...lines].join('\n')}\n`
}
