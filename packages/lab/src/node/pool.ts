import { Worker } from 'node:worker_threads'
import type { Executor } from '../compare/executor.ts'
import type { OnProgress } from '../compare/trial.ts'
import type { Trial } from '../compare/types.ts'
import type { DataSet } from '../data/dataset.ts'
import type { Reply, Request } from './messages.ts'
import { toShared } from './shared.ts'

/** A run that ended for a reason outside training: an error in the worker, or the worker's own end. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError'
}

/** The built worker, from the sources too: threads get no loader for TypeScript. */
const builtWorker = new URL('../../dist/node/worker.js', import.meta.url)

interface Job {
  readonly request: Request
  readonly onProgress?: OnProgress
  readonly resolve: (result: Trial | number) => void
  readonly reject: (error: Error) => void
}

/** A worker and what it is doing. */
interface Thread {
  readonly worker: Worker
  job: Job | undefined
}

/**
 * Worker threads that share one copy of the data. A worker that dies fails its run, and another takes its place. `script` replaces the
 * worker's own.
 */
export class Pool implements Executor {
  readonly lanes: number
  readonly #data: DataSet
  readonly #script: URL
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #closed = false

  constructor(data: DataSet, workers: number, script: URL = builtWorker) {
    this.lanes = workers
    this.#data = toShared(data)
    this.#script = script
  }

  trial(spec: Extract<Request, { kind: 'trial' }>['spec'], onProgress: OnProgress): Promise<Trial> {
    return this.#ask({ kind: 'trial', spec }, onProgress) as Promise<Trial>
  }

  perceptron(seed: number): Promise<number> {
    return this.#ask({ kind: 'perceptron', seed }) as Promise<number>
  }

  async close(): Promise<void> {
    this.#closed = true
    const jobs = [...this.#waiting.splice(0), ...[...this.#threads].flatMap(({ job }) => job ?? [])]
    for (const { reject } of jobs) reject(new WorkerError('ended before it was done'))
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #ask(request: Request, onProgress?: OnProgress): Promise<Trial | number> {
    if (this.#closed) return Promise.reject(new WorkerError('ended before it was done'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject, ...(onProgress ? { onProgress } : {}) })
      this.#assign()
    })
  }

  /** Gives waiting jobs to idle threads, and starts new ones while there may be more. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#threads].find(({ job }) => job === undefined)
      if (idle === undefined && this.#threads.size >= this.lanes) return
      const thread = idle ?? this.#start()
      thread.job = this.#waiting.shift()!
      thread.worker.postMessage(thread.job.request)
    }
  }

  #start(): Thread {
    const worker = new Worker(this.#script, { workerData: this.#data })
    const thread: Thread = { worker, job: undefined }
    this.#threads.add(thread)
    const end = (settle: (job: Job) => void) => {
      const { job } = thread
      thread.job = undefined
      if (job) settle(job)
      if (!this.#closed) this.#assign()
    }
    let reason = ''
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'progress') thread.job?.onProgress?.(reply.progress)
      else if (reply.kind === 'done') end(({ resolve }) => resolve(reply.result))
      else end(({ reject }) => reject(new WorkerError(reply.message)))
    })
    worker.on('error', (error: Error) => {
      reason = `: ${error.message}`
    })
    worker.on('exit', code => {
      this.#threads.delete(thread)
      end(({ reject }) => reject(new WorkerError(`its worker stopped with code ${code}${reason}`)))
    })
    return thread
  }
}
