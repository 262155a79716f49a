/** Data by name or path. */
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { didYouMean } from 'xphi/formula'
import { listed } from '../data/column.ts'
import { DataError, type DataSet } from '../data/dataset.ts'
import { type Delimiter, decodeText, parseDelimited, type Table } from '../data/delimited.ts'
import { generators } from '../data/generators.ts'
import { type IdxFile, type IdxPart, idxData } from '../data/idx.ts'
import { type TableOptions, tableData } from '../data/table.ts'
import { defaultLimit, greatestLimit, readBytes, reasonOf } from './read.ts'

export interface LoadOptions extends TableOptions {
  /** Of a set that is made: 1 by default. */
  readonly seed?: number
  /** Between the cells of a table; found when left out. */
  readonly delimiter?: Delimiter
  /** A second table with the same columns, which becomes the test part. */
  readonly test?: string
  /** The most bytes of one file, inflated: 1 GiB by default, 2 GiB at most. */
  readonly limit?: number
}

/**
 * `where` is the name of a set that is made (`donuts`, `moons`, `spirals`; write `./donuts` for a file of that name), a CSV or TSV file, or a
 * folder of IDX files (`train-images-idx3-ubyte` and so on; their pixels come in shared memory). Files may be gzipped. Throws a DataError that says what is wrong and where.
 */
export async function loadData(where: string, options: LoadOptions = {}): Promise<DataSet> {
  const { limit = defaultLimit } = options
  if (!(limit > 0 && limit <= greatestLimit)) throw new DataError(`a limit of ${limit} bytes is not between 1 and ${greatestLimit}`)
  const generate = generators.get(where)
  if (generate) {
    refuseTableOptions(where, 'is made from a seed', options)
    return generate({ seed: options.seed ?? 1 })
  }
  if ((await inspect(where)) === 'folder') {
    refuseTableOptions(where, 'is a folder of images', options)
    return loadFolder(where, limit)
  }
  const table = await readTable(where, limit, options.delimiter)
  if (options.test === undefined) return tableData(table, options)
  await inspect(options.test)
  return tableData(table, options, await readTable(options.test, limit, options.delimiter))
}

async function readTable(path: string, limit: number, delimiter?: Delimiter): Promise<Table> {
  const name = basename(path)
  return parseDelimited(decodeText(await readBytes(path, limit), name), name, delimiter)
}

function refuseTableOptions(where: string, what: string, options: LoadOptions): void {
  const forTables = ['target', 'header', 'ignore', 'task', 'delimiter', 'test', 'common-unit'] as const
  const given = forTables.find(option => options[option === 'common-unit' ? 'commonUnit' : option] !== undefined)
  if (given) throw new DataError(`${where} ${what}: --${given} is for tables`)
}

/** Its kind, or a DataError with the nearest names. */
async function inspect(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new DataError(`${path} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`)
  }
  const made = [...generators.keys()]
  const nearby = await readdir(dirname(path)).catch(() => [])
  const longer = nearby.find(name => name.startsWith(`${basename(path)}.`))
  const hint = longer
    ? `, did you mean ${longer}?`
    : didYouMean(basename(path), [...made, ...nearby]) || `: give ${made.join(', ')}, a CSV or TSV file, or a folder of IDX files`
  throw new DataError(`there is no '${path}'${hint}`)
}

async function loadFolder(folder: string, limit: number): Promise<DataSet> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(`${folder} cannot be read: ${reasonOf(error)}`)
  })
  const files = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  const read = async (file: string): Promise<IdxFile> => ({ name: file, bytes: await readBytes(join(folder, file), limit) })
  // `train-images-idx3-ubyte` or `train-images.idx3-ubyte`, with or without `.gz`; the one without sorts first.
  const part = async (name: 'train' | 't10k'): Promise<IdxPart | undefined> => {
    const [images, labels] = ['images', 'labels'].map(what => files.find(file => file.startsWith(`${name}-${what}`)))
    if (!images && !labels) return undefined
    if (!images || !labels)
      throw new DataError(`${folder} has ${images ?? labels}, but no ${name}-${images ? 'labels-idx1-ubyte' : 'images-idx3-ubyte'}`)
    return { images: await read(images), labels: await read(labels) }
  }
  const train = await part('train')
  if (train) return idxData(basename(resolve(folder)), train, await part('t10k'), bytes => new SharedArrayBuffer(bytes))
  const others = files.filter(file => !file.startsWith('.') && !file.endsWith('.md'))
  const hint = others.length > 0 ? `: name one of its files, ${listed(others)}` : ''
  throw new DataError(`${folder} is a folder without IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte)${hint}`)
}
