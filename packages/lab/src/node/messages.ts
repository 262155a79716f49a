import type { TrialProgress } from '../compare/trial.ts'
import type { Trial, TrialSpec } from '../compare/types.ts'

/** What a worker is asked; it answers each before the next comes. */
export type Request = { readonly kind: 'trial'; readonly spec: TrialSpec } | { readonly kind: 'perceptron'; readonly seed: number }

/** What a worker says: progress as often as it likes, then the result or why there is none. */
export type Reply =
  | { readonly kind: 'progress'; readonly progress: TrialProgress }
  | { readonly kind: 'done'; readonly result: Trial | number }
  | { readonly kind: 'failed'; readonly message: string }
