/** @xphi/lab/node: what needs files and threads. */
export { type LoadOptions, loadData } from './load.ts'
export { defaultLimit, greatestLimit } from './read.ts'
export { toShared } from './shared.ts'
