/** All claims as one HTML page: no script, no network, nothing that is not in the text. */
import { escaped } from '../../chart/svg.ts'
import { page } from '../../report/page.ts'
import type { Claim } from '../claim.ts'
import { type ClaimVerdict, type Run, verdictOf } from '../verdict.ts'
import { type Figure, figuresOf } from './figures.ts'
import type { PageOptions } from './markdown.ts'
import { besideRows, boundText, effortText, isDiscussed, machines, otherMeasures, surprisesIn, valueText, verdictText } from './words.ts'

const paragraph = (label: string, text: string): string => `<p><b>${label}:</b> ${escaped(text)}</p>`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="scroll"><table><thead><tr>${head.map(text => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>
${rows.map(([first, ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map(text => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></div>`

export function claimsHtml(claims: readonly Claim[], runs: readonly Run[], { command }: PageOptions): string {
  const verdicts = new Map(claims.flatMap(claim => (claim.kind === 'tested' ? [[claim.id, verdictOf(claim, runs)] as const] : [])))
  const runsOf = (id: number): readonly Run[] => verdicts.get(id)?.runs ?? []
  const parts = [...verdicts.values()].flatMap(found => found.parts)
  const number = (verdict: string): number => parts.filter(part => part.verdict === verdict).length
  return page(
    'Claims about activation functions, tested',
    `<p class="eyebrow">${escaped(machines(runs))} \u00b7 ${escaped(command)}</p>
<h1>What is said of activation functions, and what comes out</h1>
<p>Of ${parts.length} statements with a test ${number('holds')} hold, ${number('fails')} fail and ${number('undecided')} are undecided; ${parts.filter(part => part.surprise).length} came out otherwise than expected. Thresholds were fixed before anything ran. A mean holds or fails where its whole 95\u00a0% interval lies on one side of the threshold, and is undecided elsewhere.</p>`,
    `<section><h2>All claims</h2>${summary(claims, verdicts)}</section>
${surprises([...verdicts.values()])}
${claims.map(claim => section(claim, verdicts.get(claim.id), runsOf)).join('\n')}`,
  )
}

function summary(claims: readonly Claim[], verdicts: ReadonlyMap<number, ClaimVerdict>): string {
  const rows = claims.flatMap(claim => {
    const found = verdicts.get(claim.id)
    const name = `<th scope="row"><a href="#claim-${claim.id}">${claim.id}. ${escaped(claim.title)}</a></th>`
    if (!found) return [`<tr>${name}<td>text</td><td></td></tr>`]
    return found.parts.map((part, i) => {
      const verdict = part.surprise ? `<em>${verdictText(part)}</em>` : escaped(verdictText(part))
      return `<tr>${i === 0 ? name : '<th></th>'}<td>${verdict}</td><td>${escaped(part.part.statement)}</td></tr>`
    })
  })
  return `<div class="scroll"><table><thead><tr><th scope="col">claim</th><th scope="col">verdict</th><th scope="col">of what</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

/** Each is discussed where it stands. */
function surprises(verdicts: readonly ClaimVerdict[]): string {
  const items = surprisesIn(verdicts).map(
    ({ claim, part }) =>
      `<li><a href="#claim-${claim.id}">${claim.id}. ${escaped(claim.title)}</a>: ${escaped(part.part.statement)} <em>${verdictText(part)}</em></li>`,
  )
  return items.length === 0 ? '' : `<section><h2>Surprises</h2><p>Discussed under each claim.</p><ul>${items.join('\n')}</ul></section>`
}

function section(claim: Claim, found: ClaimVerdict | undefined, runsOf: (id: number) => readonly Run[]): string {
  const body =
    claim.kind === 'text'
      ? [paragraph('Right is', claim.correction)]
      : [paragraph('Test', claim.test), ...tested(found!, pictures(figuresOf(found!, runsOf)))]
  return `<section id="claim-${claim.id}"><h2>${claim.id}. ${escaped(claim.title)}</h2>
${[paragraph('Said', claim.statement), paragraph('Source', claim.source), ...body].join('\n')}
</section>`
}

const picture = ({ svg, caption }: Figure): string => `<figure>${svg}<figcaption>${escaped(caption)}</figcaption></figure>`

function pictures(figures: readonly Figure[]): string[] {
  const planes = figures.filter(({ kind }) => kind === 'plane').map(picture)
  const charts = figures.filter(({ kind }) => kind === 'chart').map(picture)
  return [
    ...(planes.length > 0 ? [`<div class="planes">${planes.join('')}</div>`] : []),
    ...charts.map(chart => `<div class="scroll">${chart}</div>`),
  ]
}

function tested(found: ClaimVerdict, drawn: readonly string[]): string[] {
  const { claim, parts, runs } = found
  if (runs.length === 0) return ['<p class="warning">Not run.</p>']
  const others = otherMeasures(found)
  return [
    ...parts.map(part => {
      const heading = `<h3>${part.surprise ? `<em>${verdictText(part)}</em>` : escaped(verdictText(part))}</h3><p>${escaped(part.part.statement)}</p>`
      const rows = part.findings.map(finding => [finding.condition.measure, boundText(finding), valueText(finding), finding.verdict])
      return heading + table(['measured', part.part.refutes ? 'refuted by' : 'bound', 'value, 95 % interval', 'verdict'], rows)
    }),
    ...(others === '' ? [] : [`<p class="small">Measured, too (means): ${escaped(others)}.</p>`]),
    ...drawn,
    ...besideTable(found),
    ...(isDiscussed(found)
      ? (claim.discussion ?? []).map((text, i) => (i === 0 ? paragraph('Discussion', text) : `<p>${escaped(text)}</p>`))
      : []),
    ...(claim.note === undefined ? [] : [paragraph('Note', claim.note)]),
    `<p class="small">${escaped(effortText(found))}.</p>`,
  ]
}

function besideTable({ claim: { beside }, runs }: ClaimVerdict): string[] {
  if (beside === undefined) return []
  const { source, differs, columns } = beside
  const text = `<h3>Beside the paper</h3><p>${escaped(`${source}. ${differs}`)}</p>`
  return [text, table(['', `paper: ${columns[0]}`, `here: ${columns[1]}`], besideRows(beside, runs))]
}
