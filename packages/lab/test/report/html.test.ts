import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Comparison, Result } from '../../src/compare/types.ts'
import { reportHtml } from '../../src/report/html.ts'
import { css, cssHash } from '../../src/report/style.ts'
import { comparison } from './comparison.ts'

const options = { command: 'xphi compare donuts --seeds 3', date: '2026-11-25' }
const report = (c: Comparison, more = {}): string => reportHtml(c, { ...options, ...more })
const visible = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ')

/** Void elements of the page, and elements of SVG, which close themselves. */
const empty = new Set(['meta', 'line', 'path', 'rect', 'circle', 'use'])

/** The first place where elements do not nest, or undefined. */
function misnested(html: string): string | undefined {
  const open: string[] = []
  for (const [tag, slash, name, rest] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (empty.has(name) || rest.endsWith('/')) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return tag
  }
  return open.at(-1)
}

const withResult = (c: Comparison, at: number, change: Partial<Result>): Comparison => ({
  ...c,
  results: c.results.map((r, i) => (i === at ? { ...r, ...change } : r)),
})

const none = [Number.NaN, Number.NaN] as const
const all = (step: number): Result['diverged'] =>
  [1, 2, 3].map(seed => ({ seed, step, layer: 3, where: 'hidden layer 2 (gelu)', message: 'not finite' }))

describe('the page', () => {
  const html = report(comparison({ side: 30 }))

  test('admits its own style sheet alone, by its hash, and no script', () => {
    const hash = createHash('sha256').update(css).digest('base64')
    expect(cssHash, `the style sheet has changed: set cssHash to '${hash}'`).toBe(hash)
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`)
    expect(html).toContain(`<style>${css}</style>`)
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i)
  })

  test('names nothing to fetch', () => {
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\((?!#)|@import|<link|<img|\ssrc=/i)
    for (const [, target] of html.matchAll(/(?:href="|url\()#([\w-]+)/g)) expect(html).toContain(`id="${target}"`)
  })

  test('nests its elements, and no id comes twice', () => {
    expect(misnested('<p><b></p></b>')).toBe('</p>')
    expect(misnested(html)).toBeUndefined()
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has a language, a caption, scopes, and a name and description for each figure', () => {
    expect(html).toMatch(/<html lang="en">/)
    expect(html).toMatch(/<caption id="caption">.*Test accuracy on <bdi>donuts<\/bdi>/)
    expect(html).not.toMatch(/<th(?![^>]*scope=)[ >]/)
    const figures = [...html.matchAll(/<svg[^>]*role="img"[^>]*>\n<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/g)]
    expect(figures).toHaveLength([...html.matchAll(/role="img"/g)].length)
    expect(figures).toHaveLength(2 + 3)
  })

  test('leads with the verdict, and ends with the command', () => {
    expect(html).toContain('<h1>tanh and gelu cannot be told apart on 3 seeds.</h1>')
    expect(html.indexOf('relu is behind both')).toBeLessThan(html.indexOf('<table'))
    expect(html).toContain('<code>xphi compare donuts --seeds 3</code>')
  })

  test('lists what a paragraph would make long', () => {
    const of = (count: number) => report(comparison({}, { verdict: Array.from({ length: count }, (_, i) => `Sentence <${i}>.`) }))
    expect(of(4)).toContain('<p>Sentence &lt;1&gt;. Sentence &lt;2&gt;. Sentence &lt;3&gt;.</p>')
    expect(of(5)).toContain('<ul><li>Sentence &lt;1&gt;.</li><li>Sentence &lt;2&gt;.</li>')
    expect(misnested(of(5))).toBeUndefined()
  })

  test('names the axes of a boundary by the features', () => {
    const named = comparison({ side: 20 })
    const html = report({ ...named, data: { ...named.data, featureNames: ['width <cm>', 'x2'] } })
    expect(html).toMatch(/Across: <bdi>width &lt;cm&gt;<\/bdi>, [^;]*; up: <bdi>x2<\/bdi>, /)
  })

  test('stays under 400 kB with 6 activations, 60 epochs and more points than it draws', () => {
    const big = comparison({ names: ['tanh', 'gelu', 'relu', 'silu', 'sigmoid', 'mine'], seeds: 5, epochs: 60, side: 64 })
    const points = Array.from({ length: 3000 }, (_, i) => ({ x1: Math.sin(i), x2: Math.cos(3 * i), label: i % 2 }))
    const page = report(big, { points })
    expect(page.length).toBeLessThan(400_000)
    expect(page.match(/<g id="points">.*?<\/g>/s)?.[0].match(/M/g)).toHaveLength(400)
    expect(page.match(/<use href="#points"\/>/g)).toHaveLength(6)
    expect(visible(page)).toContain('400 random rows')
  })
})

describe('the table', () => {
  const row = (html: string, name: string): string =>
    [...html.matchAll(/<tr>.*?<\/tr>/gs)].map(match => match[0]).find(text => text.includes(`<b><bdi>${name}</bdi></b>`)) ?? ''

  test('gives number, interval, difference and p', () => {
    const html = report(comparison())
    const cells = visible(row(html, 'tanh'))
    for (const text of ['99.60', '[99.39, 99.81]', '+0.80', '[+0.59, +1.01]', 'p = 0.012', '0.0712', '1\u202f234', '3 of 3'])
      expect(cells).toContain(text)
    expect(visible(row(html, 'relu'))).toContain('baseline')
  })

  test('shows what diverged as diverged, with seed, step and layer, and prints no NaN', () => {
    const c = comparison({ side: 20 })
    const lost = withResult(c, 1, {
      mean: Number.NaN,
      sd: Number.NaN,
      n: 0,
      ci95: none,
      stepMs: Number.NaN,
      deadShare: Number.NaN,
      diverged: all(17),
    })
    const { vsBaseline, ...bare } = lost.results[1]
    expect(vsBaseline).toBeDefined()
    const html = report({
      ...lost,
      results: [lost.results[0], lost.results[2], bare],
      trials: c.trials.filter(t => t.spec.activation.name !== 'gelu'),
    })
    expect(html).toContain('<em>diverged</em>')
    expect(visible(html)).toContain('seed 1 diverged at step 17, hidden layer 2 (gelu)')
    expect(visible(html)).toContain('0 of 3')
    expect(html).toContain('<div class="empty">diverged</div>')
    expect(html).not.toMatch(/NaN|undefined|Infinity|null/)
  })

  test('draws no interval for one seed, and says so', () => {
    const html = report(comparison({ seeds: 1, epochs: 1 }))
    expect(visible(html)).toContain('one seed: no interval')
    expect(html).not.toContain('95 %')
    expect(html).not.toMatch(/NaN|p = /)
    expect(html).not.toContain('fill-opacity')
  })

  test('marks a rate at the end of its grid', () => {
    const chosen = { tanh: [0.01, 0.03, 0.01], gelu: [0.01, 0.01, 0.01], relu: [0.01, 0.01, 0.01] }
    const html = report(comparison({}, { rates: { kind: 'auto', grid: [0.003, 0.01, 0.03], chosen, failures: [] } }))
    expect(html.match(/<sup>\*<\/sup><\/td>/g)).toHaveLength(1)
    expect(visible(html)).toContain('for each activation and seed one of 0.003, 0.01, 0.03: the nearest to the middle')
  })

  test('gives the range of rates that differ by seed', () => {
    expect(visible(row(report(withResult(comparison(), 0, { rates: [0.01, 0.003, 0.01] })), 'tanh'))).toContain('0.003\u20130.01')
  })

  test('fits numbers of any size to their spread: an error in dollars, lower is better', () => {
    const html = report(comparison({ regression: true }))
    expect(visible(html)).toMatch(/Test error, rms on\s+housing.csv\s*, lower is better/)
    expect(visible(html)).toContain('0.5000')
    const dollars = comparison({ regression: true })
    const large = report({
      ...dollars,
      results: dollars.results.map(r => ({ ...r, mean: 1e5 * r.mean, ci95: [1e5 * r.ci95[0], 1e5 * r.ci95[1]] as const })),
    })
    expect(visible(large)).toContain(' 50000 ')
  })
})

describe('the curves', () => {
  test('of forty activations give colour to the best five and the baseline, and name every one in the table', () => {
    const names = [...Array.from({ length: 39 }, (_, i) => `f${i}`), 'relu']
    const html = report(comparison({ names, side: 20 }))
    expect(visible(html)).toContain('In colour: the best 5 and the baseline; the other 34, thin and grey, are named in the table.')
    for (const name of names) expect(html).toContain(`<b><bdi>${name}</bdi></b>`)
    expect(html.match(/class="plane"/g)).toHaveLength(12)
    expect(visible(html)).toContain('The first 12 of 40 activations.')
  })

  test('say what their band is', () => {
    expect(visible(report(comparison()))).toContain('band: lowest to highest seed')
    expect(visible(report(comparison({ seeds: 1 })))).toContain('one seed, so no band')
  })

  test('are left out where nothing came to its end', () => {
    const c = comparison()
    const html = report({ ...c, trials: [], results: c.results.map(r => ({ ...r, n: 0, mean: Number.NaN, ci95: none, diverged: all(1) })) })
    expect(html).not.toContain('id="curves"')
    expect(html).not.toMatch(/NaN|Infinity/)
  })
})

test('an interrupted comparison says what is missing', () => {
  expect(visible(report(comparison({}, { planned: 12 })))).toContain('Interrupted: 3 runs of 12 did not take place.')
  expect(visible(report(comparison()))).not.toContain('Interrupted')
})

describe('hostile text', () => {
  const hostile = '</title></style><script>alert(1)</script>"\'>& \u202egnp.exe <img src=x onerror=y>'

  test.each([hostile, 'שלום & <b>', '__proto__', 'constructor'])('%j is shown, and does nothing', text => {
    const c = comparison({ side: 20, names: [text, 'relu'] })
    const html = reportHtml(
      {
        ...c,
        data: { ...c.data, name: text, classes: [text, 'b'], notes: [text] },
        metric: { ...c.metric, unit: text },
        results: c.results.map(r => ({ ...r, formula: text })),
        rates: { kind: 'auto', grid: [1], chosen: {}, failures: [] },
        failures: [{ activation: text, seed: 1, message: text }],
        verdict: [text, text],
        machine: { cpu: text, cores: 2, node: text },
      },
      { command: text, title: text, date: text },
    )
    expect(misnested(html)).toBeUndefined()
    expect(html).not.toMatch(/<(script|img|b>[^<]*&)|\u202e/)
    const plain = report(comparison({ side: 20, names: ['plain', 'relu'] }))
    const tags = (page: string): ReadonlySet<string> => new Set([...page.matchAll(/<\/?([a-z]+)/gi)].map(match => match[1]))
    for (const tag of tags(html)) expect([...tags(plain), 'sup']).toContain(tag)
  })

  test('any text at all stays text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const html = report(comparison({ names: [`a${text}`, 'relu'], epochs: 2 }, { verdict: [text] }), { command: text, title: text })
        expect(misnested(html)).toBeUndefined()
      }),
      { numRuns: 50 },
    )
  })
})
