// The scales before a rounding, from magnitudes.
import { exponentOf, formats, powerOfTwo } from 'xphi/number'
import type { Rounding } from './recipe.ts'

/** No scale is greater, so that neither it nor its product with another is infinite in f32. */
const greatest = 100

const powerBelow = (x: number): number => powerOfTwo(Math.min(greatest, exponentOf(x)))

/** Smooth-SwiGLU's s = 2^floor(log2(1 / peak)) of a channel whose greatest magnitude is `peak`; 1 where that is 0 or not finite. */
export const smoothScale = (peak: number): number => (peak > 0 && peak < Number.POSITIVE_INFINITY ? powerBelow(1 / peak) : 1)

/** The scale that brings `amax` to the format's greatest number, as f32; 1 where it is 0 or not finite. */
export function scaleFor({ format, powers = false }: Rounding, amax: number): number {
  if (!(amax > 0 && amax < Number.POSITIVE_INFINITY)) return 1
  const scale = Math.min(powerOfTwo(greatest), formats[format].maximum / amax)
  return powers ? powerBelow(scale) : Math.fround(scale)
}

/** 16 bits have the range that 8 need a scale for. */
export const scalingOf = ({ format, scaling }: Rounding): NonNullable<Rounding['scaling']> =>
  scaling ?? (formats[format].width > 8 ? 'none' : 'delayed')

/** Steps that delayed scales remember. */
export const historyOf = ({ history = 16 }: Rounding): number => history
