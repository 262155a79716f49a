import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DataError, generators } from '../../src/index.ts'
import { greatestLimit, type LoadOptions, loadData, toShared } from '../../src/node/index.ts'
import { imageBytes, labelBytes } from '../data/idxbytes.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xphi-load-'))
})
afterAll(() => rm(folder, { recursive: true }))

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}
const failure = (where: string, options?: LoadOptions): Promise<string> =>
  loadData(where, options).then(
    () => 'nothing was thrown',
    (error: Error) => {
      expect(error).toBeInstanceOf(DataError)
      return error.message
    },
  )

const csv = 'a,b,t\n1,red,p\n2,blue,q\n3,red,p\n4,blue,q\n'

describe('made sets', () => {
  it('come by name and seed', async () => {
    expect(await loadData('donuts')).toEqual(generators.get('donuts')!({ seed: 1 }))
    expect(await loadData('spirals', { seed: 9 })).toEqual(generators.get('spirals')!({ seed: 9 }))
  })

  it('take no options of tables', async () => {
    expect(await failure('moons', { target: 'x1' })).toBe('moons is made from a seed: --target is for tables')
  })
})

describe('tables', () => {
  it('are told to be gzipped by their bytes, not by their name', async () => {
    const plain = await loadData(await put('named.gz', csv))
    const zipped = await loadData(await put('table.csv', gzipSync(csv)))
    expect({ ...zipped, name: '', notes: [] }).toEqual({ ...plain, name: '', notes: [] })
    expect(zipped).toMatchObject({ name: 'table.csv', rows: 4, features: ['a', 'b=blue', 'b=red'] })
  })

  it('of several gzip members are read whole', async () => {
    const members = Buffer.concat([gzipSync('1,p\n2,q\n'), gzipSync('3,p\n'.repeat(5000)), gzipSync('4,q\n')])
    expect((await loadData(await put('members.gz', members))).rows).toBe(5003)
  })

  it('larger than one chunk come whole', async () => {
    const long = Array.from({ length: 300_000 }, (_, i) => `${i % 1000},${i % 2}`).join('\n')
    for (const content of [long, gzipSync(long)]) {
      const { x, rows } = await loadData(await put('long.csv', content))
      expect(rows).toBe(300_000)
      expect(x.every((value, i) => value === i % 1000)).toBe(true)
    }
  })

  it('take a second table as the test part', async () => {
    const train = await put('train.csv', csv)
    const test = await put('test.csv.gz', gzipSync('a,b,t\n7,blue,q\n'))
    expect(await loadData(train, { test })).toMatchObject({ rows: 5, testFrom: 4 })
    expect(await failure(train, { test: join(folder, 'test.csv') })).toContain('did you mean test.csv.gz?')
    expect(await failure(train, { test: folder })).toBe(`${folder} is a folder`)
  })

  it('may have their delimiter told', async () => {
    expect((await loadData(await put('bars.csv', '1;2,0\n3;4,1\n5;6,0\n7;8,1'), { delimiter: ',', target: '2' })).features).toEqual([
      'x1=1;2',
      'x1=3;4',
      'x1=5;6',
      'x1=7;8',
    ])
  })
})

describe('bad files', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['cut.csv.gz', gzipSync(csv).subarray(0, -9), 'cut.csv.gz is cut short'],
    ['header.gz', gzipSync(csv).subarray(0, 5), 'header.gz is cut short'],
    ['damaged.gz', gzipSync(csv).fill(0x55, 20, 30), 'damaged.gz is damaged gzip data'],
    ['empty.csv', '', 'empty.csv is empty'],
    ['empty.gz', gzipSync(''), 'empty.gz is empty'],
    ['image.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'image.png is binary'],
    ['nul.csv', 'a,b\n1,\0', 'nul.csv is binary'],
    ['ragged.csv', '1,2\n3\n', 'ragged.csv: line 2 has 1 cell, but line 1 has 2 cells'],
  ])('%s', async (name, content, message) => {
    expect(await failure(await put(name, content))).toContain(message)
  })

  it('a checksum that does not agree', async () => {
    const bytes = gzipSync(csv)
    bytes[bytes.length - 8] ^= 1
    expect(await failure(await put('checksum.gz', bytes))).toContain('checksum.gz is damaged gzip data')
  })

  it('contents over the limit, whatever the gzip trailer says', async () => {
    const bomb = gzipSync(new Uint8Array(5_000_000))
    expect(await failure(await put('bomb.gz', bomb), { limit: 4_000_000 })).toBe(
      'bomb.gz: its contents are over the limit of 4000000 bytes',
    )
    bomb.writeUInt32LE(10, bomb.length - 4)
    expect(await failure(await put('liar.gz', bomb), { limit: 4_000_000 })).toContain('over the limit')
    expect(await failure(await put('plain.csv', csv), { limit: 10 })).toContain('over the limit of 10 bytes')
    expect(await failure('x', { limit: greatestLimit + 1 })).toContain('a limit of 2147483649 bytes')
  })

  it('a path that is not there, with the nearest name', async () => {
    await put('near/housing.csv', csv)
    expect(await failure('donut')).toBe("there is no 'donut', did you mean donuts?")
    expect(await failure(join(folder, 'near', 'huosing.csv'))).toContain('did you mean housing.csv?')
    expect(await failure(join(folder, 'near', 'housing'))).toContain('did you mean housing.csv?')
    expect(await failure(join(folder, 'near', 'housing.csv', 'more'))).toContain('there is no')
    expect(await failure(join(folder, 'none', 'qqqqqqqq'))).toContain(
      ': give donuts, moons, spirals, a CSV or TSV file, or a folder of IDX files',
    )
  })

  it.skipIf(!existsSync('/dev/null'))('what is no regular file', async () => {
    expect(await failure('/dev/null')).toBe('/dev/null is no regular file')
  })
})

describe('IDX folders', () => {
  const train = { 'train-images': imageBytes(4, 2, 2), 'train-labels': labelBytes([0, 1, 0, 1]) }
  const test = { 't10k-images': imageBytes(2, 2, 2, 50), 't10k-labels': labelBytes([1, 0]) }
  const write = async (name: string, files: Readonly<Record<string, Uint8Array>>, suffix: (stem: string) => string, zip: boolean) => {
    for (const [stem, bytes] of Object.entries(files)) await put(`${name}/${stem}${suffix(stem)}`, zip ? gzipSync(bytes) : bytes)
    return join(folder, name)
  }
  const dashed = (stem: string) => `-idx${stem.endsWith('images') ? 3 : 1}-ubyte`
  const dotted = (stem: string) => `.idx${stem.endsWith('images') ? 3 : 1}-ubyte`

  it('are found in both spellings, gzipped or not', async () => {
    const expected = { rows: 6, testFrom: 4, commonUnit: true, y: Float32Array.of(0, 1, 0, 1, 1, 0) }
    expect(await loadData(await write('dashed', { ...train, ...test }, dashed, false))).toMatchObject({ ...expected, name: 'dashed' })
    expect(await loadData(await write('dotted', { ...train, ...test }, dotted, false))).toMatchObject(expected)
    const zipped = await loadData(`${await write('zipped', { ...train, ...test }, stem => `${dashed(stem)}.gz`, true)}/`)
    expect(zipped).toMatchObject({ ...expected, name: 'zipped' })
    expect([...zipped.x]).toEqual([...Array.from({ length: 16 }, (_, i) => i), 50, 51, 52, 53, 54, 55, 56, 57])
  })

  it('need no test part, but both files of one', async () => {
    expect((await loadData(await write('alone', train, dashed, false))).testFrom).toBeUndefined()
    const half = await write('half', { ...train, 't10k-images': test['t10k-images'] }, dashed, false)
    expect(await failure(half)).toBe(`${half} has t10k-images-idx3-ubyte, but no t10k-labels-idx1-ubyte`)
    const labels = await write('labels', { 'train-labels': train['train-labels'] }, dashed, false)
    expect(await failure(labels)).toContain('but no train-images-idx3-ubyte')
  })

  it('name the file that is cut short', async () => {
    const where = await write('cut', { ...train, ...test }, dashed, false)
    await put('cut/t10k-images-idx3-ubyte', gzipSync(test['t10k-images']).subarray(0, -4))
    expect(await failure(where)).toContain('t10k-images-idx3-ubyte is cut short')
  })

  it('without images name their tables', async () => {
    await put('tables/a.csv', csv)
    await put('tables/b.tsv', csv)
    await put('tables/README.md', 'hello')
    expect(await failure(join(folder, 'tables'))).toMatch(/tables is a folder without IDX files .*: name one of its files, a.csv, b.tsv$/)
  })

  it('take no options of tables', async () => {
    const where = await write('options', train, dashed, false)
    expect(await failure(where, { test: 'x.csv' })).toBe(`${where} is a folder of images: --test is for tables`)
    expect(await failure(where, { commonUnit: true })).toBe(`${where} is a folder of images: --common-unit is for tables`)
  })
})

describe('toShared', () => {
  it('moves both arrays into shared memory, and copies none that lies there', async () => {
    const data = await loadData('donuts')
    const shared = toShared(data)
    expect(shared).toEqual(data)
    expect(shared.x.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(shared.y.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(toShared(shared).x).toBe(shared.x)
    expect(toShared({ ...data, x: Uint8Array.of(1, 2) }).x).toEqual(Uint8Array.of(1, 2))
  })
})

const real = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))

// Figures are those of each set's own description.
describe.skipIf(!existsSync(real))(`real data${existsSync(real) ? '' : ': ../shared/data is missing'}`, () => {
  const load = (path: string, options?: LoadOptions) => loadData(join(real, path), options)
  const countsOf = (y: Float32Array, classes: number) => Array.from({ length: classes }, (_, label) => y.filter(v => v === label).length)

  it('MNIST', async () => {
    const data = await load('mnist')
    expect(data).toMatchObject({ name: 'mnist', rows: 70_000, testFrom: 60_000, commonUnit: true })
    expect(data.features.length).toBe(784)
    const mean = (pixels: Float32Array | Uint8Array) => {
      let sum = 0
      for (const pixel of pixels) sum += pixel
      return sum / pixels.length / 255
    }
    expect(mean(data.x.subarray(0, 60_000 * 784)).toFixed(6)).toBe('0.130660')
    expect(mean(data.x.subarray(60_000 * 784)).toFixed(6)).toBe('0.132515')
    expect(countsOf(data.y.subarray(0, 60_000), 10)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    expect(countsOf(data.y.subarray(60_000), 10)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
  })

  it('optdigits, whose test writers are a file of their own', async () => {
    const data = await load('optdigits/optdigits.tra.gz', { test: join(real, 'optdigits/optdigits.tes.gz') })
    expect(data).toMatchObject({ rows: 3823 + 1797, testFrom: 3823 })
    expect(countsOf(data.y.subarray(0, 3823), 10)).toEqual([376, 389, 380, 389, 387, 376, 377, 387, 380, 382])
    expect(countsOf(data.y.subarray(3823), 10)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    expect(data.x.every(value => Number.isInteger(value) && value >= 0 && value <= 16)).toBe(true)
  })

  it('iris and wine, without a header', async () => {
    const iris = await load('iris/iris.csv.gz')
    expect(iris).toMatchObject({ rows: 150, features: ['x1', 'x2', 'x3', 'x4'], task: { classes: ['0', '1', '2'] } })
    expect(countsOf(iris.y, 3)).toEqual([50, 50, 50])
    const wine = await load('wine/wine.csv')
    expect([wine.rows, wine.features.length]).toEqual([178, 13])
    expect(countsOf(wine.y, 3)).toEqual([59, 71, 48])
  })

  it('breast cancer: the class stands second, the identifier is pointed out', async () => {
    const data = await load('breast-cancer/wdbc.csv.gz', { target: '2' })
    expect(data).toMatchObject({ rows: 569, task: { classes: ['B', 'M'] } })
    expect(countsOf(data.y, 2)).toEqual([357, 212])
    expect(data.notes.filter(note => note.includes('--ignore'))).toEqual([expect.stringContaining('x1: every row has another value')])
    const without = await load('breast-cancer/wdbc.csv.gz', { target: '2', ignore: ['1'] })
    const radii = [...without.x].filter((_, i) => i % 30 === 0)
    expect((radii.reduce((sum, r) => sum + r, 0) / 569).toFixed(4)).toBe('14.1273')
  })

  it('California housing: a header, 207 missing numbers, a text column', async () => {
    const data = await load('california-housing/housing.csv.gz', { target: 'median_house_value' })
    expect(data).toMatchObject({ rows: 20_640, task: { kind: 'regression', target: 'median_house_value' } })
    expect(data.notes).toContain('total_bedrooms: 207 missing, filled with the mean of the training part')
    const levels = data.features.slice(8)
    const counts = levels.map((_, level) => data.x.filter((value, i) => i % 13 === 8 + level && value === 1).length)
    expect(Object.fromEntries(levels.map((level, i) => [level.split('=')[1], counts[i]]))).toEqual({
      '<1H OCEAN': 9136,
      INLAND: 6551,
      ISLAND: 5,
      'NEAR BAY': 2290,
      'NEAR OCEAN': 2658,
    })
    expect(Math.max(...data.y)).toBe(500_001)
  })
})
