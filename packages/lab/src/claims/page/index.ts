/** @xphi/lab/claims/page: verdicts as documents. Loads what draws the figures. */
export { type Figure, figuresOf } from './figures.ts'
export { claimsHtml } from './html.ts'
export { claimsFigures, claimsMarkdown, type MarkdownOptions, type PageOptions } from './markdown.ts'
