/** What a plot shows, before it is drawn: curves as polylines in a window. */
import { heights } from '../chart/heights.ts'
import type { Section } from './section.ts'
import { type Segment, sample } from './sample.ts'

export interface Curve {
  readonly name: string
  readonly segments: readonly Segment[]
  /** Index into the palette. */
  readonly series: number
  readonly dashed: boolean
  /** What lies between two polylines over the same places: an interval around the curve. */
  readonly band?: { readonly low: Segment; readonly high: Segment }
}

export interface Figure {
  readonly title: string
  /** How a function of more than one number became a curve, in words. */
  readonly notes: readonly string[]
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly curves: readonly Curve[]
  /** Heights are logarithms to base 10; the axis shows what they are of. */
  readonly log?: boolean
  /** What the axes show, with units; x and f(x) need no names. */
  readonly axes?: { readonly x: string; readonly y: string }
}

export interface Window {
  readonly from: number
  readonly to: number
}

/** Curves of the sections; with `slopes` each one's derivative too, dashed. */
export function figureOf(sections: readonly Section[], { from, to }: Window, slopes: boolean): Figure {
  const curves = sections.flatMap((s, i): Curve[] => {
    const { name } = s
    const single = sections.length === 1
    const value = { name, segments: sample(s.value, from, to), series: i, dashed: false }
    if (!slopes) return [value]
    return [value, { name: `${name}'`, segments: sample(s.slope, from, to), series: single ? i + 1 : i, dashed: true }]
  })
  return {
    title: sections.map(s => s.name).join(', '),
    notes: sections.flatMap(s => (s.note === undefined ? [] : [s.note])),
    from,
    to,
    ...heights(curves.flatMap(c => c.segments.flatMap(s => s.map(p => p[1])))),
    curves,
  }
}
