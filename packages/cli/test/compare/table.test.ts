import { describe, expect, it } from 'vitest'
import { comparisonText } from '../../src/compare/table.ts'
import { painter } from '../../src/output.ts'
import { comparison, result } from './fixture.ts'

const text = (changes: Parameters<typeof comparison>[0] = {}, width = 80): string =>
  comparisonText(comparison(changes), width, painter(false))

/** Rows of the table by header name. */
function cells(shown: string): Record<string, string>[] {
  const lines = shown.split('\n')
  const start = lines.findIndex(line => line.startsWith('activation '))
  const rows = lines.slice(start, lines.indexOf('', start)).filter(line => !/^(All|Left|\S+ \(see)/.test(line))
  const [header, ...rest] = rows.map(line => line.split(/ {2,}/))
  return rest.map(row => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

describe('comparisonText', () => {
  it('golden: in 80 columns', () =>
    expect(`\n${text()}`).toMatchInlineSnapshot(`
      "
      donuts: 2600 rows, 2000 of them the set's own test part; 2 features, 2 classes.
      Hidden layers 16; 60 epochs of batches of 32; adam; rate 0.01 for all; 3 seeds.

      activation  accuracy %    95 % interval  vs relu      p  ms/step  dead  gradient
      gelu             99.00  97.75 to 100.25    +1.00  0.046   0.0123  13 %      0.88
      relu             98.00   96.75 to 99.25        –      –   0.0123  25 %      0.88
      All: 3 seeds, rate 0.01, 82 parameters.

      gelu is better than relu by 1.00 points.

      Data
      - two concentric rings of radius 1 and 2, radial noise 0.15; 600 training and
        2000 test rows made from seed 1"
    `))

  it('keeps the order of the results and says each number', () => {
    const [first, second] = cells(text({}, 200))
    expect(first).toMatchObject({
      activation: 'gelu',
      'accuracy %': '99.00',
      '95 % interval': '97.75 to 100.25',
      'vs relu': '+1.00',
      p: '0.046',
    })
    expect(first).toMatchObject({ 'ms/step': '0.0123', dead: '13 %', gradient: '0.88' })
    expect(second).toMatchObject({ activation: 'relu', 'vs relu': '\u2013', p: '\u2013', dead: '25 %' })
  })

  it('gives a difference its sign, unless it is shown as 0', () => {
    const differences = [0.004, -0.004, 0.006, -0.006]
    const results = differences.map((difference, i) => result(`a${i}`, 98, { vsBaseline: { difference, ci95: [-1, 1], p: 1 } }))
    expect(cells(text({ results }, 200)).map(row => row['vs relu'])).toEqual(['0.00', '0.00', '+0.01', '\u22120.01'])
  })

  it('says once what all rows share', () => {
    expect(text({}, 200)).toContain('\nAll: 3 seeds, rate 0.01, 82 parameters.\n')
    const different = text({ results: [result('gelu', 99, { rates: [0.003, 0.01, 0.01] }), result('relu', 98)] }, 200)
    expect(different).toContain('All: 3 seeds, dead units 13 %, 82 parameters.')
    expect(cells(different).map(row => row.rate)).toEqual(['0.003\u20130.01', '0.01'])
  })

  it('gives up the least important columns where the terminal is narrow, and says which', () => {
    for (const width of [60, 80, 100]) {
      const shown = text(
        { results: [result('a_rather_long_name', 99, { rates: [0.003, 0.003, 0.003], parameters: 80, n: 2 }), result('relu', 98)] },
        width,
      )
      for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
      expect(Object.keys(cells(shown)[0]).slice(0, 2)).toEqual(['activation', 'accuracy %'])
      if (width < 100) expect(shown.replace(/\n/g, ' ')).toMatch(/Left out for want of width: (.*, )?parameters/)
    }
  })

  it('has no number for what has none', () => {
    const diverged = [{ seed: 2, step: 7, layer: 1, where: 'hidden layer 1 (relu)', message: 'diverged at step 7: the loss is NaN' }]
    const nothing = result('relu', Number.NaN, { n: 0, sd: Number.NaN, ci95: [Number.NaN, Number.NaN], stepMs: Number.NaN, diverged })
    const shown = text({ results: [result('gelu', 99), nothing] }, 200)
    expect(cells(shown)[1]).toMatchObject({ activation: 'relu', 'accuracy %': 'diverged', '95 % interval': '\u2013', 'ms/step': '\u2013' })
    expect(shown).not.toContain('NaN')
  })

  it('names the unit of a regression, and the rate for all', () => {
    const shown = text({ metric: { name: 'test error (rms)', unit: 'price', better: 'lower' } })
    expect(shown).toContain('rms error')
    expect(shown).toContain('rate 0.01 for all')
    expect(text({ rates: { kind: 'auto', grid: [0.1, 0.01], chosen: {}, failures: [] } }).replace(/\n/g, ' ')).toContain(
      'a rate for each, chosen on a validation part',
    )
  })

  it('lets no name from a file speak to the terminal', () => {
    const { data } = comparison()
    const hostile = '\u001b[2J\u009b1m\r'
    const shown = text({ data: { ...data, name: hostile, notes: [hostile] }, verdict: [hostile] })
    expect(shown).not.toMatch(/(?!\n)\p{Cc}/u)
    expect(shown.split('\ufffd[2J\ufffd1m\ufffd')).toHaveLength(4)
  })

  it('has the verdict and the notes on the data', () => {
    expect(text()).toContain('\ngelu is better than relu by 1.00 points.\n')
    expect(text()).toMatch(/\nData\n- two concentric rings/)
  })
})
