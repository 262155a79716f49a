/** What a plot shows, before it is drawn: curves as polylines in a window. */
import { heights } from '@xphi/lab/chart'
import { type Activation, functionOf } from 'xphi/formula'
import { type Segment, sample } from './sample.ts'

export interface Curve {
  readonly name: string
  readonly segments: readonly Segment[]
  /** Index into the palette. */
  readonly series: number
  readonly dashed: boolean
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
}

interface Section {
  readonly value: (x: number) => number
  readonly slope: (x: number) => number
  readonly note?: string
}

type Scalars = {
  readonly pointwise: { (x: number): number; derivative(x: number): number }
  readonly gated: { (gate: number, value: number): number; derivative(gate: number, value: number): { readonly gate: number } }
  readonly row: { (row: Float64Array): Float64Array; derivative(row: Float64Array, dy: Float64Array): Float64Array }
}

/** A function of one number: the activation itself, a gated one along its gate at value 1, a row function's first output for the row [x, 0]. */
export function section(a: Activation): Section {
  const f: unknown = functionOf(a)
  if (a.kind === 'pointwise') {
    const scalar = f as Scalars['pointwise']
    return { value: x => scalar(x), slope: x => scalar.derivative(x) }
  }
  if (a.kind === 'gated') {
    const gated = f as Scalars['gated']
    return { value: x => gated(x, 1), slope: x => gated.derivative(x, 1).gate, note: `${a.name}: gate = x, value = 1` }
  }
  const row = f as Scalars['row']
  return {
    value: x => row(Float64Array.of(x, 0))[0],
    slope: x => row.derivative(Float64Array.of(x, 0), Float64Array.of(1, 0))[0],
    note: `${a.name}: the first output for the row [x, 0]`,
  }
}

export interface Window {
  readonly from: number
  readonly to: number
}

/** Curves of the activations; with `slopes` each one's derivative too, dashed. */
export function figureOf(activations: readonly Activation[], { from, to }: Window, slopes: boolean): Figure {
  const sections = activations.map(section)
  const curves = sections.flatMap((s, i): Curve[] => {
    const { name } = activations[i]
    const single = activations.length === 1
    const value = { name, segments: sample(s.value, from, to), series: i, dashed: false }
    if (!slopes) return [value]
    return [value, { name: `${name}'`, segments: sample(s.slope, from, to), series: single ? i + 1 : i, dashed: true }]
  })
  return {
    title: activations.map(a => a.name).join(', '),
    notes: sections.flatMap(s => (s.note === undefined ? [] : [s.note])),
    from,
    to,
    ...heights(curves.flatMap(c => c.segments.flatMap(s => s.map(p => p[1])))),
    curves,
  }
}
