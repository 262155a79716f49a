/** A mean with its interval, for people. */
import type { Spread } from '../engine/messages.ts'
import { reading } from './numbers.ts'

const digits = 4
const rounded = (value: number): string => reading(Number(value.toPrecision(digits)))

/** Of several seeds: `97.1 [96.9, 97.3]`. */
export const interval = ({ mean, low, high }: Omit<Spread, 'n'>): string =>
  Number.isNaN(low) ? rounded(mean) : `${rounded(mean)} [${rounded(low)}, ${rounded(high)}]`

/** With the number of seeds; a dash where none is left. */
export const spread = ({ n, ...of }: Spread): string => (n === 0 || Number.isNaN(of.mean) ? '–' : `${interval(of)} n = ${n}`)
