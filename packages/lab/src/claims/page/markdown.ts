/** All claims as one Markdown document. */
import type { Claim } from '../claim.ts'
import type { Run } from '../verdict.ts'
import { type ClaimVerdict, verdictOf } from '../verdict.ts'
import { besideRows, boundText, effortText, machines, otherMeasures, valueText, verdictText } from './words.ts'

export interface PageOptions {
  /** The command that makes the runs again. */
  readonly command: string
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

export function claimsMarkdown(claims: readonly Claim[], runs: readonly Run[], { command }: PageOptions): string {
  const verdicts = new Map(claims.flatMap(claim => (claim.kind === 'tested' ? [[claim.id, verdictOf(claim, runs)] as const] : [])))
  return `# What is said of activation functions, and what comes out

Statements of the survey article "All the activations" (2025), with their sources. Thresholds were fixed before anything ran; tests run on
seeds from 100 on. A verdict is made by one rule: of a mean over seeds the whole 95 % interval (Student) must lie on one side of the threshold, else it
is undecided. Where a test contradicts the statement, the statement fails if the test passes. A surprise is an expected failure that holds, or the reverse.

\`${command}\` makes the runs; this file is generated from them. Times are of one thread, on ${machines(runs)}.

${summary(claims, verdicts)}

${claims.map(claim => section(claim, verdicts.get(claim.id))).join('\n\n')}
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

function section(claim: Claim, found: ClaimVerdict | undefined): string {
  const head = `<a id="claim-${claim.id}"></a>\n\n## ${claim.id}. ${claim.title}\n\n**Said:** ${claim.statement}\n\n**Source:** ${claim.source}`
  if (claim.kind === 'text') return `${head}\n\n**Right is:** ${claim.correction}`
  return [head, `**Test:** ${claim.test}`, ...tested(found!)].join('\n\n')
}

function tested(found: ClaimVerdict): string[] {
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
    ...besideText(found),
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
