/** Claims and their verdicts as text and as JSON. */
import {
  boundText,
  type Claim,
  type ClaimVerdict,
  effortText,
  type PartVerdict,
  type Run,
  type TestedClaim,
  valueText,
  verdictOf,
  verdictText,
} from '@xphi/lab/claims'
import { type Colour, type Json, jsonText, type Paint, table, wrap } from '../output.ts'

const expectedOf = (claim: Claim): string =>
  claim.kind === 'tested' ? [...new Set(claim.parts.map(part => part.expected))].join(', ') : 'text'

const verdictsOf = ({ runs, parts }: ClaimVerdict): string =>
  runs.length === 0 ? '-' : parts.map(({ verdict, surprise }) => (surprise ? `${verdict}!` : verdict)).join(', ')

/** One line a claim, with the verdicts so far. */
export function claimsList(claims: readonly Claim[], runs: readonly Run[], width: number, paint: Paint): string {
  const rows = claims.map(claim => [
    String(claim.id),
    claim.title,
    expectedOf(claim),
    claim.kind === 'tested' ? verdictsOf(verdictOf(claim, runs)) : '-',
  ])
  const [header, ...lines] = table([['id', 'claim', 'expected', 'so far'], ...rows], [0]).split('\n')
  const note = 'xphi claims ID runs one, --all every one that has a test; ! marks a surprise.'
  return [paint('bold', header), ...lines, '', wrap(note, width)].join('\n')
}

const colours: Readonly<Record<PartVerdict['verdict'], Colour>> = { holds: 'green', fails: 'red', undecided: 'orange' }

export function claimText(claim: Claim, runs: readonly Run[], width: number, paint: Paint): string {
  const part = (label: string, text: string): string => wrap(`${label} ${text}`, width)
  const head = [paint('bold', `${claim.id}. ${claim.title}`), part('Said:', claim.statement), part('Source:', claim.source)]
  if (claim.kind === 'text') return [...head, part('Right is:', claim.correction)].join('\n')
  return [...head, part('Test:', claim.test), ...testedText(claim, runs, width, paint)].join('\n')
}

function testedText(claim: TestedClaim, runs: readonly Run[], width: number, paint: Paint): string[] {
  const found = verdictOf(claim, runs)
  if (found.runs.length === 0) return ['Not run.']
  const parts = found.parts.flatMap(verdict => [
    '',
    wrap(`${paint(colours[verdict.verdict], verdictText(verdict))}: ${verdict.part.statement}`, width),
    table(verdict.findings.map(finding => [`  ${finding.condition.measure}`, valueText(finding), boundText(finding), finding.verdict])),
  ])
  return [...parts, effortText(found)]
}

export function claimsJson(claims: readonly Claim[], runs: readonly Run[]): string {
  return jsonText(claims.map(claim => (claim.kind === 'tested' ? testedJson(verdictOf(claim, runs)) : { ...claim })))
}

function testedJson({ claim, parts, runs, seconds }: ClaimVerdict): Json {
  const { id, title, statement, source, test, version, seeds, needs } = claim
  return {
    id,
    kind: 'tested',
    title,
    statement,
    source,
    test,
    version,
    seeds,
    needs,
    n: runs.length,
    seconds,
    parts: parts.map(({ part, verdict, surprise, findings }) => ({
      statement: part.statement,
      expected: part.expected,
      verdict: runs.length > 0 ? verdict : undefined,
      surprise,
      refuted: part.refutes,
      measured: findings.map(({ condition: { measure, is, threshold, over }, verdict: bound, value, interval, passed, n, planned }) => ({
        measure,
        is,
        threshold,
        over: typeof over === 'number' ? `${over} of the seeds` : over,
        value,
        interval,
        passed,
        n,
        planned,
        verdict: bound,
      })),
    })),
  }
}
