import { readFileSync } from 'node:fs'
import { claims, readRuns, verdictOf } from '@xphi/lab/claims'
import { light } from '@xphi/lab/chart'
import { describe, expect, test } from 'vitest'
import { figuresBy, shownClaims } from '../../src/claims/shown.ts'
import { filters, fits } from '../../src/claims/types.ts'
import { drawVerdicts, marks } from '../../src/plot/verdicts.ts'

const runs = readRuns(readFileSync(new URL('../../../../docs/claims.jsonl', import.meta.url), 'utf8'))
const shown = shownClaims(claims, runs)

describe('the claims of the page', () => {
  test('are all of them, with the verdicts of the run of record', () => {
    expect(shown.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
    for (const [i, claim] of claims.entries())
      if (claim.kind === 'tested')
        expect(shown[i].parts.map(({ verdict, surprise }) => [verdict, surprise])).toEqual(
          verdictOf(claim, runs).parts.map(({ verdict, surprise }) => [verdict, surprise]),
        )
      else expect(shown[i].correction).toBe(claim.correction)
  })

  test('stand under each filter that they fit, and under one at least beside all', () => {
    for (const claim of shown) {
      const names = filters.filter(name => fits(name, claim))
      expect(names[0]).toBe('all')
      expect(names.length).toBeGreaterThan(1)
      expect(names.includes('text')).toBe(claim.parts.length === 0)
    }
    const [surprised] = shown.filter(claim => fits('surprise', claim))
    expect(surprised.parts.some(({ verdict, expected }) => verdict !== 'undecided' && verdict !== expected)).toBe(true)
  })

  test('have a mark for each part, of a shape for each verdict', () => {
    const part = { statement: '', expected: 'holds', surprise: false, refuted: false, findings: [] } as const
    const shapes = (['holds', 'fails', 'undecided'] as const).map(verdict =>
      marks([{ ...part, verdict }], light).replace(/stroke.*|fill="#.*/, ''),
    )
    expect(new Set(shapes).size).toBe(3)
    expect(marks([{ ...part, verdict: 'fails', surprise: true }], light)).toContain('<rect')
    const svg = drawVerdicts(shown, 'claims', 'verdicts', light)
    for (const { id } of shown) expect(svg).toContain(`>${id}</text>`)
  })

  test('have figures for those that ran', () => {
    const figures = figuresBy(claims, runs)
    const ran = claims.filter(claim => claim.kind === 'tested' && verdictOf(claim, runs).runs.length > 0)
    expect(Object.keys(figures).map(Number)).toEqual(ran.map(({ id }) => id))
    for (const drawn of Object.values(figures)) for (const { svg } of drawn) expect(svg).toMatch(/^<svg/)
  })
})
