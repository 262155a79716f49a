import { availableParallelism } from 'node:os'
import { inlineExecutor } from '../compare/executor.ts'
import type { CompareOptions } from '../compare/plan.ts'
import { type CompareHooks, compareOn } from '../compare/run.ts'
import type { Comparison } from '../compare/types.ts'
import type { DataSet } from '../data/dataset.ts'
import { machine } from './machine.ts'
import { Pool } from './pool.ts'

export interface WorkerOptions {
  /** Threads: one a core where left out; 0 trains in this thread. */
  readonly workers?: number
}

/**
 * Compares activations on a data set, in worker threads that share it. Progress comes through `onProgress`; `signal` ends it at once, and
 * what is finished is kept. Throws a PlanError for options and a DataError for data that make no comparison.
 *
 * @example await compare(data, { activations: [activation('relu'), activation('gelu')], seeds: [1, 2, 3, 4, 5], rate: 'auto' })
 */
export function compare(data: DataSet, options: CompareOptions & WorkerOptions, hooks: CompareHooks = {}): Promise<Comparison> {
  const { workers = availableParallelism() } = options
  const executor = workers === 0 ? inlineExecutor(data) : new Pool(data, workers)
  return compareOn(executor, data, options, machine(), hooks)
}
