import type { TrialProgress } from '../compare/trial.ts'
import type { Trial, TrialSpec } from '../compare/types.ts'
import type { Reply as ReplyOf } from './threads.ts'

/** What a worker of a comparison is asked; it answers each before the next comes. */
export type Request = { readonly kind: 'trial'; readonly spec: TrialSpec } | { readonly kind: 'perceptron'; readonly seed: number }

export type Reply = ReplyOf<Trial | number, TrialProgress>
