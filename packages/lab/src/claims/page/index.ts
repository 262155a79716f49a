/** @xphi/lab/claims/page: verdicts as documents. Loads what draws the figures. */
export { claimsHtml } from './html.ts'
export { claimsMarkdown, type PageOptions } from './markdown.ts'
