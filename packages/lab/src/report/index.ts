/** The report of a comparison, and how it writes its numbers. */
export type { DataPoint } from '../chart/boundary.ts'
export { finishedTrials } from './highlight.ts'
export { type ReportOptions, reportHtml } from './html.ts'
export { decimalsOf, difference, fixed, percent, probability, rateRange, significant } from './numbers.ts'
export { roundingShares } from './rounding.ts'
