import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../shared/data/', import.meta.url)

/** Is the folder of real data beside the repository? Tests that need it are skipped without it. */
export const hasShared = existsSync(folder)

/** What a title says where they are. */
export const orMissing = hasShared ? '' : ': ../shared/data is missing'

export const readShared = (path: string): Buffer => readFileSync(new URL(path, folder))
