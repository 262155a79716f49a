/** Runs claims in worker threads, a seed at a time, and keeps each finished one in a file. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { TestedClaim } from '../claims/claim.ts'
import { readRuns, runLine } from '../claims/results.ts'
import type { Run } from '../claims/verdict.ts'
import { missingData, missingText } from './claimdata.ts'
import type { ClaimRequest } from './claimworker.ts'
import { Threads } from './threads.ts'

const builtWorker = new URL('../../dist/node/claimworker.js', import.meta.url)

export interface ClaimsProgress {
  /** Seeds done and planned, those that the file had not counted. */
  readonly done: number
  readonly planned: number
  readonly claim: TestedClaim
  readonly seed: number
  /** By the time that the work done so far took; NaN before any is done. */
  readonly etaSeconds: number
}

export interface ClaimsOptions {
  /** The folder with the data. */
  readonly data: string
  /** The file of finished runs: they are not repeated, and each new one is appended as a line. */
  readonly results?: string
  /** Threads: one a core where left out. */
  readonly workers?: number
  readonly onProgress?: (progress: ClaimsProgress) => void
  /** Ends at once and keeps what is finished. */
  readonly signal?: AbortSignal
}

export interface ClaimsOutcome {
  /** All runs of the claims, those that the file had included. */
  readonly runs: readonly Run[]
  /** Claims that did not run to their end, and why. */
  readonly failures: readonly { readonly claim: number; readonly message: string }[]
}

/** The runs that a results file holds; none where there is no file. */
export const runsIn = (path: string | undefined): readonly Run[] =>
  path !== undefined && existsSync(path) ? readRuns(readFileSync(path, 'utf8')) : []

/** A line that was cut short stays one line, and takes no run with it. */
function endLastLine(path: string): void {
  if (existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8'))) appendFileSync(path, '\n')
}

/** The quick ones first, so that most verdicts come soon; those that measure time last, alone. */
export async function runClaims(claims: readonly TestedClaim[], options: ClaimsOptions): Promise<ClaimsOutcome> {
  const { data, results, workers = availableParallelism(), onProgress, signal } = options
  const runs: Run[] = [...runsIn(results)]
  if (results !== undefined) endLastLine(results)
  const failures: { claim: number; message: string }[] = []
  const runnable = claims.filter(claim => {
    const missing = missingData(claim.needs, data)
    failures.push(...missing.map(name => ({ claim: claim.id, message: missingText(name, data) })))
    return missing.length === 0
  })
  const has = (claim: TestedClaim, seed: number) =>
    runs.some(run => run.claim === claim.id && run.version === claim.version && run.seed === seed)
  const jobs = [...runnable]
    .sort((a, b) => a.seconds - b.seconds)
    .flatMap(claim => claim.seeds.filter(seed => !has(claim, seed)).map(seed => ({ claim, seed })))
  const total = jobs.reduce((sum, { claim }) => sum + claim.seconds, 0)
  const started = performance.now()
  let [done, weight] = [0, 0]

  const perform = async (some: typeof jobs, lanes: number) => {
    if (some.length === 0) return
    const threads = new Threads<ClaimRequest, Run>(builtWorker, Math.min(lanes, some.length), data)
    const stop = () => void threads.close()
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    await Promise.all(
      some.map(async ({ claim, seed }) => {
        try {
          const run = await threads.ask({ claim: claim.id, seed })
          runs.push(run)
          if (results !== undefined) appendFileSync(results, runLine(run))
        } catch (error) {
          if (signal?.aborted) return
          failures.push({ claim: claim.id, message: `seed ${seed}: ${(error as Error).message}` })
        }
        done++
        weight += claim.seconds
        const elapsed = (performance.now() - started) / 1000
        onProgress?.({ done, planned: jobs.length, claim, seed, etaSeconds: (elapsed * (total - weight)) / weight })
      }),
    )
    signal?.removeEventListener('abort', stop)
    await threads.close()
  }

  await perform(
    jobs.filter(({ claim }) => !claim.timed),
    workers,
  )
  await perform(
    jobs.filter(({ claim }) => claim.timed),
    1,
  )
  return { runs, failures }
}
