import { readFileSync } from 'node:fs'
import { claims, readRuns, verdictOf } from '@xphi/lab/claims'
import { light } from '@xphi/lab/chart'
import { parseDelimited } from '@xphi/lab'
import { describe, expect, test } from 'vitest'
import { claimsCsv } from '../../src/claims/csv.ts'
import { chinese, figures } from '../../src/claims/chinese.ts'
import { figuresBy, shownClaims, translated } from '../../src/claims/shown.ts'
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

  test('are there in Chinese, part by part, with every number that stands in them', () => {
    const inChinese = translated(shown, chinese, figures)
    expect(Object.keys(chinese).map(Number)).toEqual(shown.map(({ id }) => id))
    // Decimals, but for those of Chinese ten thousands, and years.
    const numbers = (texts: readonly (string | undefined)[]) =>
      new Set(
        texts
          .join(' ')
          .replace(/(?<![\d.])\.(?=\d)/g, '0.')
          .match(/\d+\.\d+(?! 万)|(?<!\d)(?:1[89]|20)\d\d(?!\d)/g),
      )
    for (const [i, { id, title, statement, source, correction, test: tested, parts }] of shown.entries()) {
      const other = inChinese[i]
      expect(other.parts.length, `${id}`).toBe(chinese[id].parts.length)
      const texts = [title, statement, correction, tested, ...parts.map(part => part.statement)]
      const said = [other.title, other.statement, other.correction, other.test, ...other.parts.map(part => part.statement)]
      for (const [j, text] of texts.entries()) {
        expect(said[j] === undefined, `${id}`).toBe(text === undefined)
        if (text !== undefined) expect(said[j]).toMatch(/[\u4e00-\u9fff]/)
      }
      for (const text of [...said, other.source]) expect(text ?? '', `${id}`).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/)
      expect(numbers([...said, other.source]), `${id}`).toEqual(numbers([...texts, source]))
      const measured = [other.effort ?? '', ...other.parts.flatMap(part => part.findings.flatMap(({ bound, value }) => [bound, value]))]
      expect(
        measured.filter(text => /[a-z]{2}/i.test(text.replaceAll('NaN', ''))),
        `${id}`,
      ).toEqual([])
      expect({ ...other, ...shown[i], parts: [] }).toEqual({ ...shown[i], parts: [] })
    }
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

  test('are a table with a line for each finding, whatever stands in it', () => {
    const finding = { measure: 'said, "so"', bound: '> 0', value: '1', verdict: 'holds' } as const
    const part = {
      statement: 'two\nlines',
      expected: 'holds',
      verdict: 'holds',
      surprise: false,
      refuted: false,
      findings: [finding],
    } as const
    const claim = { id: 7, title: 'plain', statement: '', source: '', notes: [], parts: [part] }
    const read = (all: typeof shown) => parseDelimited(claimsCsv(all), 'claims.csv')
    const { columns, cell } = read([claim])
    const cells = Array.from({ length: columns }, (_, i) => cell(1, i))
    expect(cells).toEqual(['7', 'plain', 'two\nlines', 'holds', 'holds', 'false', 'said, "so"', '> 0', '1', 'holds'])
    expect(read(shown).rows).toBe(1 + shown.flatMap(c => c.parts.flatMap(p => p.findings)).length)
  })

  test('have figures for those that ran', () => {
    const figures = figuresBy(claims, runs)
    const ran = claims.filter(claim => claim.kind === 'tested' && verdictOf(claim, runs).runs.length > 0)
    expect(Object.keys(figures).map(Number)).toEqual(ran.map(({ id }) => id))
    for (const drawn of Object.values(figures)) for (const { svg } of drawn) expect(svg).toMatch(/^<svg/)
  })
})
