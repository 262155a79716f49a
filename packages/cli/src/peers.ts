/** Other libraries to measure beside, from a folder of adapters such as bench of the repository. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Peer } from '@xphi/lab/accuracy'
import { UsageError } from './exit.ts'
import { note } from './output.ts'

interface Adapters {
  readonly loadPeers: (report: (message: string) => void) => Promise<readonly Peer[]>
}

/** The peers that are installed there; the others are named on stderr. None without a folder. */
export async function peersOf(folder: string | undefined): Promise<readonly Peer[]> {
  if (folder === undefined) return []
  const place = join(folder, 'peers', 'index.mjs')
  const file = resolve(place)
  if (!existsSync(file)) throw new UsageError(`--peers: no ${place}: give the folder bench of the repository`)
  return ((await import(pathToFileURL(file).href)) as Adapters).loadPeers(note)
}
