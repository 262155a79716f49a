import type { Op } from '../../ir/index.ts'
import type { Real, RealArithmetic } from '../real.ts'
import { exp, expm1, sigmoid, siluSlope, tanh, tanhsoftplus } from './exponential.ts'
import { log, log1p, softplus, tanhshrink } from './logarithm.ts'
import { mishSlope } from './mish.ts'
import { erf, erfc, geluSlope, normcdf, normpdf } from './normal.ts'
import { cos, sin } from './trigonometric.ts'

/** How each elementary function becomes steps of a tape; those of an angle take quarter turns to add to it. */
export const elementary: Readonly<Partial<Record<Op, (m: RealArithmetic, a: Real, quarters?: number) => Real>>> = {
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  tanh,
  sigmoid,
  softplus,
  erf,
  erfc,
  normcdf,
  normpdf,
  tanhshrink,
  tanhsoftplus,
  silu_slope: siluSlope,
  gelu_slope: geluSlope,
  mish_slope: mishSlope,
}
