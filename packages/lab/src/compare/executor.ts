import type { DataSet } from '../data/dataset.ts'
import { perceptronAccuracy } from './perceptron.ts'
import { type OnProgress, runTrial } from './trial.ts'
import type { Trial, TrialSpec } from './types.ts'

/** Where trials run: in this thread, or in workers. */
export interface Executor {
  /** Trials at a time. */
  readonly lanes: number
  trial(spec: TrialSpec, onProgress: OnProgress): Promise<Trial>
  perceptron(seed: number): Promise<number>
  /** Ends what is running: its promises are rejected. */
  close(): Promise<void>
}

/** One trial after the other in this thread, with breaks for its events. */
export function inlineExecutor(data: DataSet): Executor {
  let closed = false
  const pause = async () => {
    await new Promise(resolve => setTimeout(resolve))
    if (closed) throw new Error('closed')
  }
  return {
    lanes: 1,
    async trial(spec, onProgress) {
      await pause()
      return runTrial(data, spec, async progress => {
        await onProgress(progress)
        await pause()
      })
    },
    async perceptron(seed) {
      await pause()
      return perceptronAccuracy(data, seed)
    },
    async close() {
      closed = true
    },
  }
}
