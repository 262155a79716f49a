import type { createModel, Layer, Optimiser } from '../packages/train/src/index.ts'

export interface Case {
  readonly seed: number
  readonly layers: readonly Layer[]
  readonly loss: 'cross-entropy' | 'mse'
  readonly optimiser: Optimiser
  readonly losses: readonly number[]
}

export const fixture: { readonly batch: number; readonly cases: readonly Case[] }
export function trajectory(create: typeof createModel, one: Case): Promise<readonly number[]>
export function title(layers: readonly Layer[]): string
