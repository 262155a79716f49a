/** @xphi/lab/node: what needs files and threads. */
export { compare, type WorkerOptions } from './compare.ts'
export { type LoadOptions, loadData } from './load.ts'
export { Pool, WorkerError } from './pool.ts'
export { defaultLimit, greatestLimit } from './read.ts'
export { toShared } from './shared.ts'
