/** Worker threads that answer requests, each one at a time. */
import { Worker } from 'node:worker_threads'

/** A request that ended for a reason of its own: an error in the worker, or the worker's own end. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError'
}

/** What a worker says: progress as often as it likes, then the result or why there is none. */
export type Reply<Result, Progress> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly message: string }

interface Job<Request, Result, Progress> {
  readonly request: Request
  readonly onProgress: ((progress: Progress) => void) | undefined
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

/** A worker and what it is doing. */
interface Thread<J> {
  readonly worker: Worker
  job: J | undefined
}

/** Threads of one script, which each get the same data once. A worker that dies fails its request, and another takes its place. */
export class Threads<Request, Result, Progress = never> {
  readonly lanes: number
  readonly #script: URL
  readonly #data: unknown
  readonly #threads = new Set<Thread<Job<Request, Result, Progress>>>()
  readonly #waiting: Job<Request, Result, Progress>[] = []
  #closed = false

  constructor(script: URL, lanes: number, data?: unknown) {
    this.lanes = lanes
    this.#script = script
    this.#data = data
  }

  ask(request: Request, onProgress?: (progress: Progress) => void): Promise<Result> {
    if (this.#closed) return Promise.reject(new WorkerError('ended before it was done'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject, onProgress })
      this.#assign()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const jobs = this.#waiting.splice(0)
    for (const thread of this.#threads) {
      if (thread.job) jobs.push(thread.job)
      // What it still says is heard by nobody.
      thread.job = undefined
    }
    for (const { reject } of jobs) reject(new WorkerError('ended before it was done'))
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
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

  #start(): Thread<Job<Request, Result, Progress>> {
    const worker = new Worker(this.#script, { workerData: this.#data })
    const thread: Thread<Job<Request, Result, Progress>> = { worker, job: undefined }
    this.#threads.add(thread)
    const end = (settle: (job: Job<Request, Result, Progress>) => void) => {
      const { job } = thread
      thread.job = undefined
      if (job) settle(job)
      if (!this.#closed) this.#assign()
    }
    let reason = ''
    worker.on('message', (reply: Reply<Result, Progress>) => {
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
