/** Numbers over many decades, for people. */
import { raised } from '../plot/grid.ts'
import { reading } from './numbers.ts'

/** Two digits and a power of ten; three digits where that is as short. */
export function power(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || value === 0 || (size >= 1e-2 && size < 1e3)) return reading(Number(value.toPrecision(3)))
  const [digits, exponent] = value.toExponential(1).split('e')
  return `${digits.replace('-', '−')} · 10${raised(Number(exponent))}`
}
