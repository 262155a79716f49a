import type { Executor } from '../compare/executor.ts'
import type { OnProgress, TrialProgress } from '../compare/trial.ts'
import type { Trial, TrialSpec } from '../compare/types.ts'
import type { DataSet } from '../data/dataset.ts'
import type { Request } from './messages.ts'
import { toShared } from './shared.ts'
import { Threads } from './threads.ts'

/** The built worker, from the sources too: threads get no loader for TypeScript. */
const builtWorker = new URL('../../dist/node/worker.js', import.meta.url)

/** Trials in worker threads that share one copy of the data. `script` replaces the worker's own. */
export class Pool implements Executor {
  readonly lanes: number
  readonly #threads: Threads<Request, Trial | number, TrialProgress>

  constructor(data: DataSet, workers: number, script: URL = builtWorker) {
    this.lanes = workers
    this.#threads = new Threads(script, workers, toShared(data))
  }

  trial(spec: TrialSpec, onProgress: OnProgress): Promise<Trial> {
    return this.#threads.ask({ kind: 'trial', spec }, progress => void onProgress(progress)) as Promise<Trial>
  }

  perceptron(seed: number): Promise<number> {
    return this.#threads.ask({ kind: 'perceptron', seed }) as Promise<number>
  }

  close(): Promise<void> {
    return this.#threads.close()
  }
}
