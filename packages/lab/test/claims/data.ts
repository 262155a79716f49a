/** The data of the claims: beside the repository, where it is there. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { claimLoader } from '../../src/node/claimdata.ts'

export const dataFolder = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
export const hasData = existsSync(dataFolder)
export const orMissing = hasData ? '' : ' (skipped: there is no ../shared/data beside the repository)'
export const load = claimLoader(dataFolder)
