/** A worker thread that runs one seed of a claim after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TestedClaim } from '../claims/claim.ts'
import { claimOf } from '../claims/list.ts'
import type { Run } from '../claims/verdict.ts'
import { claimLoader } from './claimdata.ts'
import { machineText } from './machine.ts'
import type { Reply } from './threads.ts'

export interface ClaimRequest {
  readonly claim: number
  readonly seed: number
}

const port = parentPort!
const load = claimLoader(workerData as string)

/** Of this thread alone where Node can say so (from 23.9 on), else what passed on the clock. */
const clock = (): number => {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage?: () => { readonly user: number; readonly system: number } }
  if (threadCpuUsage === undefined) return performance.now() / 1000
  const { user, system } = threadCpuUsage.call(process)
  return (user + system) / 1e6
}

async function runSeed({ claim: id, seed }: ClaimRequest): Promise<Run> {
  const claim = claimOf(id) as TestedClaim
  const start = clock()
  const measurement = await claim.run({ seed, load })
  const seconds = Number((clock() - start).toFixed(3))
  return { claim: id, version: claim.version, seed, seconds, machine: machineText(), ...measurement }
}

const reply = (message: Reply<Run, never>) => port.postMessage(message)

port.on('message', (request: ClaimRequest) => {
  runSeed(request).then(
    result => reply({ kind: 'done', result }),
    (error: unknown) => reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
