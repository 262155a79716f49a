import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { precisions } from '@xphi/lab'
import { describe, expect, it } from 'vitest'
import { inFolder, inProcess, xphi } from '../run.ts'

const quick = ['--seeds', '2', '--epochs', '3', '--lr', '0.01', '--workers', '1']

interface Compared {
  readonly data: Record<string, unknown>
  readonly seeds: readonly number[]
  readonly results: readonly {
    readonly activation: string
    readonly mean: number
    readonly n: number
    readonly ci95: readonly [number, number]
    readonly vsBaseline?: { readonly difference: number; readonly p: number }
    readonly parameters: number
    readonly stepMs: number
    readonly diverged: readonly { readonly seed: number; readonly step: number; readonly layer: number }[]
  }[]
  readonly trials: readonly { readonly activation: string; readonly seed: number; readonly outcome: string; readonly metric: number }[]
  readonly planned: number
  readonly complete: boolean
  readonly command: string
  readonly report?: string
}

describe('xphi compare', () => {
  it('trains on the donuts: JSON alone on stdout, a report, and a command that gives the same numbers', () =>
    inFolder(async folder => {
      const args = [
        'compare',
        '--activations',
        'relu,tanh,swiglu',
        '--formula',
        'mine=x > 0 ? x : k*x',
        '--param',
        'k=0.1',
        ...quick,
        '--workers',
        '2',
        '--json',
      ]
      const { code, stdout, stderr } = await xphi(args, { cwd: folder })
      expect(code).toBe(0)
      expect(stderr).toMatch(/^reading donuts\ntraining 4 activations on 2 seeds; Ctrl-C keeps what is finished\n/)
      expect(stderr).toMatch(/\ntook \d+ s; 2 threads worked \d+ % of it\nthe report is in \S+xphi-report\.html\n$/)
      expect(readdirSync(folder)).toEqual(['xphi-report.html'])
      const found = JSON.parse(stdout) as Compared
      expect(found).toMatchObject({ data: { name: 'donuts', testRows: 2000, split: 'own' }, seeds: [1, 2], baseline: 'relu' })
      expect(found).toMatchObject({ planned: 8, complete: true, report: 'xphi-report.html', rates: { kind: 'fixed', rate: 0.01 } })
      expect(found.results.map(r => r.activation).sort()).toEqual(['mine', 'relu', 'swiglu', 'tanh'])
      const means = found.results.map(r => r.mean)
      expect(means).toEqual([...means].sort((a, b) => b - a))
      const base = found.results.find(r => r.activation === 'relu')!
      expect(base.vsBaseline).toBeUndefined()
      // 2 inputs, 16 units, 2 classes.
      expect(base.parameters).toBe(2 * 16 + 16 + 16 * 2 + 2)
      for (const r of found.results) {
        const metrics = found.trials.filter(t => t.activation === r.activation).map(t => t.metric)
        expect(metrics).toHaveLength(2)
        expect(r.mean).toBe((metrics[0] + metrics[1]) / 2)
        expect(r.ci95[0] <= r.mean && r.mean <= r.ci95[1]).toBe(true)
        expect(r.stepMs).toBeGreaterThan(0)
        if (r !== base) expect(r.vsBaseline!.difference).toBeCloseTo(r.mean - base.mean, 9)
      }
      const html = readFileSync(join(folder, 'xphi-report.html'), 'utf8')
      expect(html).toMatch(/^<!doctype html>/)
      expect(html).toContain('mine')

      // What the shell would make of the command.
      const words = [...found.command.matchAll(/'([^']*)'|(\S+)/g)].map(m => m[1] ?? m[2])
      expect(words[0]).toBe('xphi')
      const again = await xphi([...words.slice(1), '--json', '--no-report', '--quiet'], { cwd: folder })
      expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' })
      const repeated = JSON.parse(again.stdout) as Compared
      expect(repeated.trials.map(t => t.metric)).toEqual(found.trials.map(t => t.metric))
      expect(repeated.command).toBe(found.command)
      expect(repeated.report).toBeUndefined()
    }))

  it('trains in low precision, and says what that did to the numbers', () =>
    inFolder(async folder => {
      const args = ['compare', '--activations', 'swiglu', ...quick, '--precision', 'fp8', '--report', join(folder, 'r.html')]
      const { stdout } = await inProcess([...args, '--json'])
      const { trials, command, recipe } = JSON.parse(stdout) as {
        readonly command: string
        readonly recipe: { readonly precision: string }
        readonly trials: readonly { readonly roundings: { readonly points: readonly unknown[]; readonly totals: readonly unknown[] } }[]
      }
      expect(command).toContain('--precision fp8')
      expect(recipe.precision).toBe('fp8')
      for (const { roundings } of trials) expect([roundings.points.length, roundings.totals.length]).toEqual([3, 6])
      expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('What fp8 did to the numbers')
      const text = (await inProcess(args)).stdout.replace(/\s+/g, ' ')
      expect(text).toMatch(/products in fp8;.*Rounded to 0 and cut off by fp8: swiglu [\d.]+ % and [\d.]+ %\./)
      const refused = await inProcess(['compare', '--precision', 'fp4'])
      expect([refused.code, refused.stderr]).toEqual([
        2,
        expect.stringContaining(`choose ${['f32', ...Object.keys(precisions)].join(' or ')}`),
      ])
    }))

  it('finds a rate for each on a table with a header, text and gaps, and prints a table', () =>
    inFolder(async folder => {
      const rows = Array.from(
        { length: 120 },
        (_, i) => `${i},${i % 7},${i % 11 === 0 ? '' : i % 5},${i % 2 ? 'red' : 'blue'},${(i % 7) + 2 * (i % 2)}.5`,
      )
      writeFileSync(join(folder, 'shop.csv'), ['id,size,age,colour,price', ...rows].join('\n'))
      const args = [
        'shop.csv',
        '--target',
        'price',
        '--ignore',
        'id',
        '--task',
        'regression',
        '--activations',
        'tanh,silu',
        '--epochs',
        '2',
        '--seeds',
        '2',
      ]
      const { code, stdout, stderr } = await xphi(['compare', ...args, '--hidden', '8', '--report', 'r.html'], { cwd: folder })
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^reading shop\.csv\n/) })
      expect(readdirSync(folder).sort()).toEqual(['r.html', 'shop.csv'])
      const text = stdout.replace(/\s+/g, ' ')
      expect(text).toContain('shop.csv: 120 rows')
      expect(text).toMatch(/activation rms error .*vs tanh p/)
      expect(text).toContain('age: 11 missing, filled with the mean of the training part')
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    }))

  it('reports a run that diverges with its step and layer, while the others go on: exit 3', () =>
    inFolder(async folder => {
      const args = [
        '--activations',
        'relu,tanh',
        '--lr',
        '1e6',
        '--optimiser',
        'sgd',
        '--seeds',
        '2',
        '--epochs',
        '3',
        '--no-report',
        '--json',
      ]
      const { code, stdout, stderr } = await xphi(['compare', ...args], { cwd: folder })
      expect(code).toBe(3)
      const { results } = JSON.parse(stdout) as Compared
      expect(results.map(r => [r.activation, r.n])).toEqual([
        ['tanh', 2],
        ['relu', 0],
      ])
      expect(results[1].diverged.map(d => d.seed)).toEqual([1, 2])
      for (const { step, layer } of results[1].diverged) {
        expect(step).toBeGreaterThan(0)
        expect([0, 1, 2]).toContain(layer)
      }
      expect(stderr).toMatch(
        /^relu, seed 1: diverged at step \d+: a number in (hidden layer 1 \((linear|relu)\)|the output layer) is not finite/m,
      )
      expect(readdirSync(folder)).toEqual([])
    }))

  it('fails with the reason where a run cannot be made, and keeps the others: exit 1', async () => {
    const { code, stdout, stderr } = await inProcess([
      'compare',
      '--activations',
      'relu',
      '--formula',
      'bad=log(x)',
      ...quick,
      '--no-report',
      '--json',
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^bad failed: .*bad/m)
    expect((JSON.parse(stdout) as Compared).results.map(r => [r.activation, r.n])).toEqual([
      ['relu', 2],
      ['bad', 0],
    ])
  })

  it('keeps what is finished on Ctrl-C: exit 130', () =>
    inFolder(async folder => {
      const args = ['--activations', 'relu', '--seeds', '100', '--epochs', '1', '--lr', '0.01', '--workers', '1']
      const { code, stdout, stderr } = await xphi(['compare', ...args, '--json'], {
        cwd: folder,
        watch: child => {
          // Written when the first network is trained.
          child.stderr!.on('data', (text: string) => {
            if (/ of 100 trained/.test(text)) child.kill('SIGINT')
          })
        },
      })
      expect(code).toBe(130)
      const found = JSON.parse(stdout) as Compared
      expect(found).toMatchObject({ complete: false, planned: 100 })
      expect(found.trials.length).toBeGreaterThan(0)
      expect(found.trials.length).toBeLessThan(100)
      expect(found.results[0].n).toBe(found.trials.length)
      expect(stderr).toContain(`interrupted: ${found.trials.length} of 100 networks are finished\n`)
      expect(readFileSync(join(folder, 'xphi-report.html'), 'utf8')).toContain('Interrupted')
    }))

  it('has nothing to show when Ctrl-C comes before a network is trained', () =>
    inFolder(async folder => {
      const args = ['spirals', '--activations', 'relu', '--seeds', '1', '--epochs', '100000', '--hidden', '256,256', '--lr', '0.001']
      const { code, stdout, stderr } = await xphi(['compare', ...args], {
        cwd: folder,
        watch: child => {
          child.stderr!.on('data', (text: string) => {
            if (text.includes('Ctrl-C keeps')) child.kill('SIGINT')
          })
        },
      })
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
      expect(stderr).toMatch(/interrupted: 0 of 1 networks are finished\n$/)
      expect(readdirSync(folder)).toEqual([])
    }))
})

/** An IDX file: magic, sizes, bytes (yann.lecun.com/exdb/mnist). */
const idx = (sizes: readonly number[], bytes: number, magic = 0x800 + sizes.length): Buffer => {
  const header = Buffer.alloc(4 + 4 * sizes.length)
  header.writeUInt32BE(magic)
  for (const [i, size] of sizes.entries()) header.writeUInt32BE(size, 4 + 4 * i)
  return Buffer.concat([header, Buffer.from(Array.from({ length: bytes }, (_, i) => i % 2))])
}

describe('xphi compare refuses: exit 2, a reason, nothing written', () => {
  const table = (rows: number): string => ['a,b,y', ...Array.from({ length: rows }, (_, i) => `${i},${i * i},${i % 2}`)].join('\n')
  const images = (train: Buffer, labels: Buffer) => ({ 'm/train-images-idx3-ubyte': train, 'm/train-labels-idx1-ubyte': labels })

  it.each<[string, Record<string, string | Buffer>, readonly string[], RegExp]>([
    ['an empty file', { 'd.csv': '' }, ['d.csv'], /d\.csv.*(empty|no rows)/],
    ['a ragged file', { 'd.csv': 'a,b\n1,2\n3\n' }, ['d.csv'], /d\.csv: line 3 has 1 cell, but line 1 has 2 cells/],
    ['a binary file', { 'd.csv': Buffer.from([0x89, 0x50, 0, 1, 2, 0xff, 0xfe, 0]) }, ['d.csv'], /d\.csv/],
    ['a missing file', {}, ['d.csv'], /there is no 'd\.csv'/],
    [
      'a column whose name would clear the screen',
      { 'd.csv': 'a,\u001b[2Jy\n1,5\n2,5\n3,5\n' },
      ['d.csv'],
      /^(?:\n|\P{Cc})*\ufffd\[2Jy(?:\n|\P{Cc})*$/u,
    ],
    ['a missing target', { 'd.csv': table(20) }, ['d.csv', '--target', 'z'], /d\.csv: no column 'z'/],
    ['a constant target', { 'd.csv': 'a,y\n1,5\n2,5\n3,5\n' }, ['d.csv'], /'5'? is the only value of the target/],
    ['fewer rows than classes', { 'd.csv': 'a,y\n1,p\n2,q\n3,r\n' }, ['d.csv'], /3 classes are too many for 3 rows/],
    ['a gz cut short', { 'd.csv.gz': gzipSync(table(500)).subarray(0, 300) }, ['d.csv.gz'], /d\.csv\.gz.*(cut short|end)/],
    ['IDX with a wrong magic', images(idx([4, 2, 2], 16, 0x1234), idx([4], 4)), ['m'], /train-images-idx3-ubyte.*(magic|0x)/],
    ['IDX whose sizes disagree', images(idx([4, 2, 2], 16), idx([5], 5)), ['m'], /4.*5|5.*4/],
    ['IDX with fewer bytes than it says', images(idx([4, 2, 2], 10), idx([4], 4)), ['m'], /train-images-idx3-ubyte/],
    ['a folder without IDX', { 'm/x.csv': 'a\n1\n' }, ['m'], /m is a folder without IDX files.*: name one of its \w+, (m\/)?x\.csv/],
    ['a target for donuts', {}, ['donuts', '--target', 'y'], /--target is for tables/],
    ['zero seeds', {}, ['--seeds', '0'], /--seeds: '0' is not a whole number of 1 or more/],
    ['negative epochs', {}, ['--epochs', '-1'], /--epochs: '-1' is not a whole number of 1 or more/],
    ['a report that cannot be written', {}, ['--report', 'none/r.html'], /--report: cannot write none\/r\.html: its folder does not exist/],
    ['a baseline that is not compared', {}, ['--baseline', 'mish'], /baseline 'mish' is not compared/],
    ['an unknown activation', {}, ['--activations', 'relu,gleu'], /unknown activation 'gleu': did you mean '?gelu/],
    ['a faulty formula', {}, ['--formula', 'mine=x*sigmod(x)'], /unknown function sigmod, did you mean sigmoid\?, at column 3/],
    ['an unknown optimiser', {}, ['--optimiser', 'adma'], /choose adam or adamw or sgd/],
    ['two sets', {}, ['donuts', 'moons'], /too many arguments/],
  ])('%s', (_, files, args, message) =>
    inFolder(async folder => {
      mkdirSync(join(folder, 'm'))
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
      const before = readdirSync(folder).sort()
      const home = process.cwd()
      process.chdir(folder)
      const { code, stdout, stderr } = await inProcess(['compare', ...args]).finally(() => process.chdir(home))
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
      expect(stderr).toMatch(/^xphi: /m)
      expect(readdirSync(folder).sort()).toEqual(before)
    }),
  )
})
