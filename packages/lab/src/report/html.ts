/** A comparison as one HTML page: no script, no network, nothing that is not in the text. */
import type { DataPoint } from '../chart/boundary.ts'
import { escaped } from '../chart/svg.ts'
import type { Comparison } from '../compare/types.ts'
import { boundaries } from './boundaries.ts'
import { curves } from './curves.ts'
import { method } from './method.ts'
import { count, decimalsOf, fixed, interval } from './numbers.ts'
import { page } from './page.ts'
import { rounding } from './rounding.ts'
import { table } from './table.ts'

export interface ReportOptions {
  /** The command that makes the comparison again, as typed. */
  readonly command: string
  readonly title?: string
  /** As it is to be printed. */
  readonly date: string
  /** Rows of two-feature data, in the features' own units; at most 400 of them are drawn. */
  readonly points?: readonly DataPoint[]
}

/** The page. Every text of the comparison and the options is escaped; its policy forbids all but its own style sheet. */
export function reportHtml(comparison: Comparison, options: ReportOptions): string {
  const { verdict, data } = comparison
  const title = options.title ?? `Activations compared on ${data.name}`
  const [headline = title, ...more] = verdict
  return page(
    title,
    `<p class="eyebrow"><bdi>${escaped(title)}</bdi> \u00b7 ${escaped(options.date)}</p>
<h1>${prose(headline)}</h1>
${sentences(more)}
${warnings(comparison)}`,
    `<section aria-label="Results">${table(comparison)}
${perceptronLine(comparison)}</section>
${curves(comparison)}
${boundaries(comparison, options.points)}
${rounding(comparison)}
${method(comparison, options.command)}`,
  )
}

const mostInParagraph = 3

/** A paragraph, or a list where it would be long. */
function sentences(texts: readonly string[]): string {
  if (texts.length > mostInParagraph) return `<ul>${texts.map(text => `<li>${prose(text)}</li>`).join('')}</ul>`
  return texts.length === 0 ? '' : `<p>${prose(texts.join(' '))}</p>`
}

/** Text in which a number keeps its percent sign beside it. */
const prose = (text: string): string => escaped(text).replace(/ %/g, '\u00a0%')

function warnings({ trials, planned, failures }: Comparison): string {
  const missing = planned - trials.length - failures.length
  return missing > 0 ? `<p class="warning">Interrupted: ${count(missing, 'run')} of ${planned} did not take place.</p>` : ''
}

function perceptronLine(comparison: Comparison): string {
  const { perceptron, metric } = comparison
  if (!perceptron || !Number.isFinite(perceptron.mean)) return ''
  const as = (x: number): string => fixed(x, decimalsOf(comparison))
  const range = interval(perceptron.ci95, as)
  return `<p class="small">For scale, one threshold unit without a hidden layer, trained by Rosenblatt\u2019s rule (1957): <b>${as(perceptron.mean)}</b>${range === '' ? '' : ` ${range}`} <bdi>${escaped(metric.unit)}</bdi>, ${count(perceptron.n, 'seed')}.</p>`
}
