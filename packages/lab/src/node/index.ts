/** @xphi/lab/node: what needs files and threads. */
export { compare, type WorkerOptions } from './compare.ts'
export { claimFiles, claimLoader, missingData } from './claimdata.ts'
export { type ClaimsOptions, type ClaimsOutcome, type ClaimsProgress, runClaims, runsIn } from './claims.ts'
export { type LoadOptions, loadData } from './load.ts'
export { Pool } from './pool.ts'
export { defaultLimit, greatestLimit } from './read.ts'
export { toShared } from './shared.ts'
export { WorkerError } from './threads.ts'
