import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claims, readRuns, type Run, type TestedClaim, verdictOf } from '../../src/claims/index.ts'
import { claimsFigures, claimsHtml, claimsMarkdown } from '../../src/claims/page/index.ts'
import { css } from '../../src/report/style.ts'

const command = 'xphi claims --all'
const docs = new URL('../../../../docs/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, docs), 'utf8')
const tested = claims.flatMap(claim => (claim.kind === 'tested' ? [claim] : []))

/** Runs in which every measure has the same value. */
const runsOf = (claim: TestedClaim, value: number): Run[] =>
  claim.seeds.map(seed => ({
    claim: claim.id,
    version: claim.version,
    seed,
    seconds: 1,
    machine: 'a <b>machine</b>',
    values: Object.fromEntries(claim.parts.flatMap(part => part.conditions.map(({ measure }) => [measure, value]))),
  }))

describe('the documents in docs/', () => {
  const runs = readRuns(text('claims.jsonl'))

  it('are what their data gives', () => {
    expect(text('claims.md')).toBe(claimsMarkdown(claims, runs, { command, figures: 'claims' }))
    const figures = claimsFigures(claims, runs)
    expect(readdirSync(new URL('claims/', docs)).sort()).toEqual([...figures.keys()].sort())
    for (const [name, svg] of figures) expect(text(`claims/${name}`), name).toBe(svg)
    expect(text('results/claims.html')).toBe(claimsHtml(claims, runs, { command }))
  })

  it('have a figure for each claim that is tested, and show each of them', () => {
    const names = [...claimsFigures(claims, runs).keys()]
    expect([...new Set(names.map(name => Number.parseInt(name, 10)))].sort((a, b) => a - b)).toEqual(tested.map(({ id }) => id))
    for (const name of names) expect(text('claims.md')).toContain(`claims/${name}`)
    expect(text('results/claims.html').match(/<figure>/g)).toHaveLength(names.length)
  })

  it('discuss every surprise, and list it before the claims', () => {
    const surprising = tested.map(claim => verdictOf(claim, runs)).filter(({ parts }) => parts.some(({ surprise }) => surprise))
    expect(surprising.length).toBeGreaterThan(0)
    for (const { claim } of surprising) {
      expect(claim.discussion?.join(' ').length ?? 0, String(claim.id)).toBeGreaterThan(300)
      for (const paragraph of claim.discussion!) expect(text('claims.md')).toContain(paragraph)
    }
    const [listed] = /## Surprises\n.*?\n\n<a/s.exec(text('claims.md'))!
    const expected = surprising.flatMap(({ claim, parts }) => parts.filter(({ surprise }) => surprise).map(() => claim.id))
    expect([...listed.matchAll(/\(#claim-(\d+)\)/g)].map(match => Number(match[1]))).toEqual(expected)
  })

  it('rest on every seed of every claim', () => {
    for (const claim of tested) expect([claim.id, verdictOf(claim, runs).runs.length]).toEqual([claim.id, claim.seeds.length])
  })
})

describe('the documents', () => {
  it('say what has not run', () => {
    for (const document of [claimsMarkdown(claims, [], { command }), claimsHtml(claims, [], { command })]) {
      expect(document.match(/Not run\./g)?.length).toBe(tested.length)
      // Claim 9 is about NaN.
      expect(document.replaceAll('is NaN for', '')).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('have every claim with its statement, source and bounds', () => {
    const document = claimsMarkdown(claims, [], { command })
    for (const { title, statement, source } of claims) for (const part of [title, statement, source]) expect(document).toContain(part)
  })

  it('show a discussion where something is a surprise or open, and not else', () => {
    const claim = tested.find(({ id }) => id === 20)!
    const [discussion] = claim.discussion!
    // GELU errs less in every seed, in no seed, and has run on too few to tell.
    for (const [runs, shown] of [
      [runsOf(claim, -1), false],
      [runsOf(claim, 1), true],
      [runsOf(claim, -1).slice(0, 3), true],
    ] as const)
      for (const page of [claimsMarkdown([claim], runs, { command }), claimsHtml([claim], runs, { command })])
        expect(page.includes(discussion)).toBe(shown)
  })

  it('mark surprises, and those alone', () => {
    const claim = tested.find(({ id }) => id === 7)!
    // tanh whose gradient vanishes, against all expectation.
    const surprising = runsOf(claim, 0)
    const usual = runsOf(claim, 50)
    expect(claimsMarkdown([claim], surprising, { command })).toContain('| **holds** | fails | surprise |')
    expect(claimsHtml([claim], surprising, { command })).toContain('a surprise')
    for (const page of [claimsMarkdown([claim], usual, { command }), claimsHtml([claim], usual, { command })])
      expect(page).not.toMatch(/\| surprise|a surprise/)
  })

  it('are one page without scripts, whose texts are escaped and whose style is the one that its policy admits', () => {
    const page = claimsHtml(claims, runsOf(tested[0], 0), { command: '<script>' })
    expect(page).not.toMatch(/<script|<b>machine|https?:\/\/(?!www\.w3\.org)/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain(css)
  })

  it('draw figures from runs with series', () => {
    expect(existsSync(new URL('claims.jsonl', docs))).toBe(true)
    const page = text('results/claims.html')
    for (const title of ['norm of the gradient against the layer', 'alignment of both weight vectors', 'octagon, seed 100'])
      expect(page).toContain(title)
  })
})
