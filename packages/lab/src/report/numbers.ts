/** Numbers of a comparison as text for people. What is not a finite number is a dash, never NaN. */
import type { Comparison } from '../compare/types.ts'

const none = '\u2013'

const minus = (text: string): string => text.replace(/-/g, '\u2212')

/** Digits after the point that show two significant digits of the narrowest interval; two for percent, four significant without any. */
export function decimalsOf({ results, metric }: Pick<Comparison, 'results' | 'metric'>): number {
  if (metric.unit === '%') return 2
  const widths = results.map(r => r.ci95[1] - r.ci95[0]).filter(width => width > 0 && Number.isFinite(width))
  const scale =
    widths.length > 0 ? Math.min(...widths) / 2 : Math.max(...results.map(r => Math.abs(r.mean)).filter(Number.isFinite), 0) / 100
  return scale > 0 ? Math.min(9, Math.max(0, 1 - Math.floor(Math.log10(scale)))) : 2
}

export const fixed = (x: number, decimals: number): string => (Number.isFinite(x) ? minus(x.toFixed(decimals)) : none)

/** With its sign, unless it is shown as 0. */
export function difference(x: number, decimals: number): string {
  const text = fixed(x, decimals)
  return x > 0 && Number(x.toFixed(decimals)) !== 0 ? `+${text}` : text.replace(/^\u2212(0(\.0*)?)$/, '$1')
}

/** `[low, high]`; nothing where there is no interval. */
export const interval = ([low, high]: readonly [number, number], as: (x: number) => string): string =>
  Number.isFinite(low) && Number.isFinite(high) ? `[${as(low)}, ${as(high)}]` : ''

/** At most `digits` significant digits, without an exponent where a short number does without. Infinity has its sign. */
export const significant = (x: number, digits: number): string =>
  Number.isFinite(x)
    ? minus(String(Number(x.toPrecision(digits))))
    : Number.isNaN(x)
      ? none
      : minus(String(x)).replace('Infinity', '\u221e')

/** p as papers print it: never 0. */
export const probability = (p: number): string => (Number.isFinite(p) ? (p < 0.001 ? '< 0.001' : p.toFixed(3)) : none)

/** `p = 0.012`; nothing where there is no test. */
export const pText = (p: number): string => (Number.isFinite(p) ? `p ${p < 0.001 ? '' : '= '}${probability(p)}` : '')

/** `0.003`, or `0.003-0.01` where they differ. */
export function rateRange(rates: readonly number[]): string {
  const ends = [Math.min(...rates), Math.max(...rates)].map(rate => significant(rate, 3))
  return [...new Set(ends)].join('\u2013')
}

export const percent = (share: number): string => (Number.isFinite(share) ? `${significant(100 * share, 2)} %` : none)

/** With a narrow space between groups of three digits. */
export const grouped = (n: number): string => significant(n, 15).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** `1 seed`, `3 seeds`. */
export const count = (n: number, what: string): string => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`
