/** The data of claims, found in a folder of the user's. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ClaimData, type DataName, MissingDataError } from '../claims/claim.ts'
import { decodeText } from '../data/delimited.ts'
import { loadData } from './load.ts'
import { readBytes } from './read.ts'

/** Of each data set the file or folder that it needs, below the data folder, and where it comes from. */
export const claimFiles: Readonly<Record<DataName, { readonly path: string; readonly origin: string }>> = {
  optdigits: {
    path: 'optdigits/optdigits.tra.gz',
    origin: 'UCI optical recognition of handwritten digits: optdigits.tra and .tes, gzipped',
  },
  mnist: { path: 'mnist', origin: 'the IDX files of MNIST' },
  names: { path: 'names/names.txt.gz', origin: 'names.txt of makemore, gzipped' },
  stories260K: { path: 'models/stories260K/stories260K.bin', origin: 'stories260K.bin of karpathy/tinyllamas' },
  tok512: { path: 'models/stories260K/tok512.bin', origin: 'tok512.bin of karpathy/tinyllamas' },
  shakespeare: { path: 'tinyshakespeare/input.txt', origin: 'input.txt of tinyshakespeare, of char-rnn' },
}

const limit = 2 ** 26

const readers: { readonly [K in DataName]: (path: string) => Promise<ClaimData[K]> } = {
  optdigits: path => loadData(path, { test: path.replace('.tra', '.tes'), header: 'no', task: 'classification', commonUnit: true }),
  mnist: path => loadData(path),
  names: async path => decodeText(await readBytes(path, limit), 'names.txt'),
  stories260K: path => readBytes(path, limit),
  tok512: path => readBytes(path, limit),
  shakespeare: async path => decodeText(await readBytes(path, limit), 'input.txt'),
}

/** Those of the names that the folder does not have. */
export const missingData = (names: readonly DataName[], folder: string): readonly DataName[] =>
  names.filter(name => !existsSync(join(folder, claimFiles[name].path)))

/** What is missing, and how to give it. */
export const missingText = (name: DataName, folder: string): string =>
  `needs ${claimFiles[name].origin}, as ${join(folder, claimFiles[name].path)}: give the folder with --data`

/** Loads each set once. */
export function claimLoader(folder: string): <K extends DataName>(name: K) => Promise<ClaimData[K]> {
  const loaded = new Map<DataName, Promise<ClaimData[DataName]>>()
  return <K extends DataName>(name: K) => {
    if (missingData([name], folder).length > 0) return Promise.reject(new MissingDataError(missingText(name, folder)))
    let data = loaded.get(name)
    if (data === undefined) {
      data = readers[name](join(folder, claimFiles[name].path))
      loaded.set(name, data)
    }
    return data as Promise<ClaimData[K]>
  }
}
