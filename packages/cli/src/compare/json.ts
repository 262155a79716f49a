/** A comparison as JSON: DESIGN's shape, and with it all that a reader needs to check or repeat it. */
import type { Comparison, Trial } from '@xphi/lab'
import { type Json, jsonText } from '../output.ts'

// Interfaces have no index signature; they are plain data all the same.
const plain = (value: object): { readonly [key: string]: Json } => value as { readonly [key: string]: Json }

/** Curves and boundaries stay out: they are for drawing, and in the report. */
const trialJson = (trial: Trial): Json => {
  const { activation, seed, rate } = trial.spec
  const head = { activation: activation.name, seed, rate, outcome: trial.outcome }
  if (trial.outcome === 'diverged') return { ...head, step: trial.step, layer: trial.layer, message: trial.message }
  const { metric, testLoss, stepMs, steps, roundings } = trial
  return { ...head, metric, testLoss, stepMs, steps, ...(roundings && { roundings: plain(roundings) }) }
}

export function comparisonJson({ trials, ...rest }: Comparison, complete: boolean, command: string, report?: string): string {
  return jsonText({ ...plain(rest), trials: trials.map(trialJson), complete, command, report })
}
