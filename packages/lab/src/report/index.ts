/** @xphi/lab/report: a comparison for people. */
export { type ReportOptions, reportHtml } from './html.ts'
export { decimalsOf } from './numbers.ts'
