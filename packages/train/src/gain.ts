// The scale that keeps the variance of a signal through an activation.
import { type Activation, fromFormula, functionOf } from 'xphi/formula'
import { ModelError } from './errors.ts'
import { Random } from './random.ts'

/** Points i * step over [-reach, reach] with the weights of the standard normal density: the trapezoid rule, which is spectrally accurate
 * for smooth functions under a normal weight, and puts a node on a kink at 0. */
function normalGrid(step: number, reach: number): { readonly x: Float64Array; readonly weight: Float64Array } {
  const half = Math.round(reach / step)
  const x = Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step)
  const density = pointwise(fromFormula('density', 'normpdf(x)'))
  return { x, weight: x.map(at => density(at) * step) }
}

const square = (y: number): number => y * y
const pointwise = (activation: Activation) => functionOf(activation) as (x: number) => number
const gated = (activation: Activation) => functionOf(activation) as (gate: number, value: number) => number
const rowwise = (activation: Activation) => functionOf(activation) as (row: Float64Array) => Float64Array

function pointwiseMoment(activation: Activation): number {
  const f = pointwise(activation)
  const { x, weight } = normalGrid(2 ** -7, 12)
  return x.reduce((sum, at, i) => sum + weight[i] * square(f(at)), 0)
}

function gatedMoment(activation: Activation): number {
  const f = gated(activation)
  const { x, weight } = normalGrid(2 ** -4, 8)
  const overValues = (gate: number) => x.reduce((sum, value, i) => sum + weight[i] * square(f(gate, value)), 0)
  return x.reduce((sum, gate, i) => sum + weight[i] * overValues(gate), 0)
}

/** Rows are sampled: no low-dimensional integral covers them. */
function rowMoment(activation: Activation, units: number): number {
  const f = rowwise(activation)
  const random = new Random(1)
  const rows = Math.ceil(4096 / units)
  let sum = 0
  for (let r = 0; r < rows; r++) {
    const y = f(Float64Array.from({ length: units }, () => random.normal()))
    sum += y.reduce((total, v) => total + v * v, 0)
  }
  return sum / (rows * units)
}

const moments = new Map<string, number>()

/**
 * E[f(z)^2] for standard normal z (for gated functions: independent normal gate and value; for row functions: rows of `units` normal
 * numbers, by sampling with a fixed seed). Throws a ModelError where it is 0 or not finite.
 */
export function secondMoment(activation: Activation, units = 64): number {
  const key = JSON.stringify([activation.kind, activation.formula, activation.parameters, activation.kind === 'row' ? units : 0])
  let moment = moments.get(key)
  if (moment === undefined) {
    moment = { pointwise: pointwiseMoment, gated: gatedMoment, row: (a: Activation) => rowMoment(a, units) }[activation.kind](activation)
    moments.set(key, moment)
  }
  if (!(moment > 0 && moment < Number.POSITIVE_INFINITY))
    throw new ModelError(`no gain for '${activation.name}': E[f(z)^2] = ${moment}; initialise with he, glorot or lecun instead`)
  return moment
}

/** 1 / sqrt(E[f(z)^2]): weights of variance gain^2 / inputs keep the next layer's sums at variance 1. gain(relu) = sqrt(2). */
export function gain(activation: Activation, units?: number): number {
  return 1 / Math.sqrt(secondMoment(activation, units))
}
