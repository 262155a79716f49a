/** Claims and their verdicts as plain data, made when the lab is built. */
import { boundText, type Claim, effortText, type Run, valueText, verdictOf } from '@xphi/lab/claims'
import { figuresOf } from '@xphi/lab/claims/page'
import { type Sayings, said } from '../i18n/said.ts'
import type { ClaimWords } from './chinese.ts'
import type { ShownClaim, ShownFigure } from './types.ts'

export const shownClaims = (claims: readonly Claim[], runs: readonly Run[]): readonly ShownClaim[] =>
  claims.map((claim): ShownClaim => {
    const { id, title, statement, source } = claim
    if (claim.kind === 'text') return { id, title, statement, source, correction: claim.correction, notes: [], parts: [] }
    const found = verdictOf(claim, runs)
    return {
      id,
      title,
      statement,
      source,
      test: claim.test,
      notes: [...(claim.note === undefined ? [] : [claim.note]), ...(claim.discussion ?? [])],
      effort: effortText(found),
      parts: found.parts.map(({ part, verdict, surprise, findings }) => ({
        statement: part.statement,
        expected: part.expected,
        verdict,
        surprise,
        refuted: part.refutes === true,
        findings: findings.map(finding => ({
          measure: finding.condition.measure,
          bound: boundText(finding),
          value: valueText(finding),
          verdict: finding.verdict,
        })),
      })),
    }
  })

/** The same claims in the words of another language; remarks and the names of what is measured stay in English. */
export const translated = (
  claims: readonly ShownClaim[],
  words: Readonly<Record<number, ClaimWords>>,
  figures: Sayings,
): readonly ShownClaim[] =>
  claims.map(claim => {
    const { parts, ...texts } = words[claim.id]
    return {
      ...claim,
      ...texts,
      ...(claim.effort !== undefined && { effort: said(claim.effort, figures) }),
      parts: claim.parts.map((part, i) => ({
        ...part,
        statement: parts[i],
        findings: part.findings.map(f => ({ ...f, bound: said(f.bound, figures), value: said(f.value, figures) })),
      })),
    }
  })

export function figuresBy(claims: readonly Claim[], runs: readonly Run[]): Readonly<Record<number, readonly ShownFigure[]>> {
  const runsOf = (id: number) => runs.filter(run => run.claim === id)
  return Object.fromEntries(
    claims.flatMap(claim => {
      if (claim.kind === 'text') return []
      const figures = figuresOf(verdictOf(claim, runs), runsOf)
      return figures.length === 0 ? [] : [[claim.id, figures.map(({ svg, caption }) => ({ svg, caption }))]]
    }),
  )
}
