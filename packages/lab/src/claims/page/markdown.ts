/** All claims as one Markdown document. */
import { standalone } from '../../chart/standalone.ts'
import type { Claim } from '../claim.ts'
import { type ClaimVerdict, type Run, verdictOf } from '../verdict.ts'
import { type Figure, figuresOf } from './figures.ts'
import { besideRows, boundText, effortText, isDiscussed, machines, otherMeasures, surprisesIn, valueText, verdictText } from './words.ts'

export interface PageOptions {
  /** The command that makes the runs again. */
  readonly command: string
}

export interface MarkdownOptions extends PageOptions {
  /** The folder with the files of `claimsFigures`, seen from the document; without one it has no figures. */
  readonly figures?: string
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

export function claimsMarkdown(claims: readonly Claim[], runs: readonly Run[], { command, figures }: MarkdownOptions): string {
  const verdicts = new Map(claims.flatMap(claim => (claim.kind === 'tested' ? [[claim.id, verdictOf(claim, runs)] as const] : [])))
  const runsOf = (id: number): readonly Run[] => verdicts.get(id)?.runs ?? []
  const pictures = (found: ClaimVerdict): string[] => (figures === undefined ? [] : figureText(figuresOf(found, runsOf), figures))
  return `# What is said of activation functions, and what comes out

Statements of the survey article "All the activations" (2025), with their sources. Thresholds were fixed before anything ran; tests run on
seeds from 100 on. A verdict is made by one rule: of a mean over seeds the whole 95 % interval (Student) must lie on one side of the threshold, else it
is undecided. Where a test contradicts the statement, the statement fails if the test passes. A surprise is an expected failure that holds, or the reverse.

\`${command}\` makes the runs; this file is generated from them. Times are of one thread, on ${machines(runs)}.

${summary(claims, verdicts)}
${surprises([...verdicts.values()])}
${claims.map(claim => section(claim, verdicts.get(claim.id), pictures)).join('\n\n')}
`
}

function summary(claims: readonly Claim[], verdicts: ReadonlyMap<number, ClaimVerdict>): string {
  const rows = claims.flatMap(claim => {
    const found = verdicts.get(claim.id)
    const name = `[${claim.title}](#claim-${claim.id})`
    if (!found) return [row([String(claim.id), name, 'text', '', ''])]
    return found.parts.map((part, i) =>
      row([
        i === 0 ? String(claim.id) : '',
        i === 0 ? name : '',
        `**${part.verdict}**`,
        part.part.expected,
        part.surprise ? 'surprise' : '',
      ]),
    )
  })
  return [row(['id', 'claim', 'verdict', 'expected', '']), '| --: | --- | --- | --- | --- |', ...rows].join('\n')
}

/** Each is discussed where it stands. */
function surprises(verdicts: readonly ClaimVerdict[]): string {
  const lines = surprisesIn(verdicts).map(
    ({ claim, part }) => `- [${claim.id}. ${claim.title}](#claim-${claim.id}): ${part.part.statement} ${verdictText(part)}.`,
  )
  return lines.length === 0 ? '' : `\n## Surprises\n\nDiscussed under each claim.\n\n${lines.join('\n')}\n`
}

function figureText(figures: readonly Figure[], folder: string): string[] {
  const planes = figures.filter(({ kind }) => kind === 'plane')
  const path = ({ name }: Figure) => `${folder}/${name}.svg`
  const beside = planes.map(figure => `<img src="${path(figure)}" width="150" alt="${figure.caption}" title="${figure.caption}">`)
  const charts = figures
    .filter(({ kind }) => kind === 'chart')
    .flatMap(figure => [`![${figure.caption}](${path(figure)})`, `*${figure.caption}*`])
  return [...(planes.length > 0 ? [beside.join('\n'), `*${planes.map(({ caption }) => caption).join('; ')}*`] : []), ...charts]
}

function section(claim: Claim, found: ClaimVerdict | undefined, pictures: (found: ClaimVerdict) => string[]): string {
  const head = `<a id="claim-${claim.id}"></a>\n\n## ${claim.id}. ${claim.title}\n\n**Said:** ${claim.statement}\n\n**Source:** ${claim.source}`
  if (claim.kind === 'text') return `${head}\n\n**Right is:** ${claim.correction}`
  return [head, `**Test:** ${claim.test}`, ...tested(found!, pictures)].join('\n\n')
}

function tested(found: ClaimVerdict, pictures: (found: ClaimVerdict) => string[]): string[] {
  const { claim, parts, runs } = found
  if (runs.length === 0) return ['Not run.']
  const others = otherMeasures(found)
  return [
    ...parts.map(part => {
      const rows = part.findings.map(finding => row([finding.condition.measure, boundText(finding), valueText(finding), finding.verdict]))
      const table = [
        row(['measured', part.part.refutes ? 'refuted by' : 'bound', 'value, 95 % interval', 'verdict']),
        '| --- | --- | --- | --- |',
        ...rows,
      ]
      return `**${verdictText(part)}:** ${part.part.statement}\n\n${table.join('\n')}`
    }),
    ...(others === '' ? [] : [`Measured, too (means): ${others}.`]),
    ...pictures(found),
    ...besideText(found),
    ...(isDiscussed(found) && claim.discussion !== undefined ? [`**Discussion:** ${claim.discussion.join('\n\n')}`] : []),
    ...(claim.note === undefined ? [] : [`**Note:** ${claim.note}`]),
    `${effortText(found)}.`,
  ]
}

function besideText({ claim: { beside }, runs }: ClaimVerdict): string[] {
  if (beside === undefined) return []
  const { source, differs, columns } = beside
  const head = [row(['', `paper: ${columns[0]}`, `here: ${columns[1]}`]), '| --- | --- | --- |']
  return [`Beside the paper: ${source}. ${differs}`, [...head, ...besideRows(beside, runs).map(row)].join('\n')]
}

/** The texts of all figures, by the names of their files. */
export function claimsFigures(claims: readonly Claim[], runs: readonly Run[]): ReadonlyMap<string, string> {
  const found = claims.flatMap(claim => (claim.kind === 'tested' ? [verdictOf(claim, runs)] : []))
  const runsOf = (id: number): readonly Run[] => found.find(({ claim }) => claim.id === id)?.runs ?? []
  return new Map(found.flatMap(one => figuresOf(one, runsOf).map(({ name, svg }) => [`${name}.svg`, standalone(svg)] as const)))
}
