/** What becomes of the gradient through 30 layers of 64 units, and what such a network learns in three epochs (claims 6, 7 and 13). */
import type { ModelSpec } from '@xphi/train'
import { activation as named } from 'xphi/formula'
import { liveDepth, stack } from '../../compare/depth.ts'
import type { DataSet } from '../../data/dataset.ts'
import type { Measurement } from '../claim.ts'
import { trainOn } from './training.ts'

const units = 64

export interface Depth {
  readonly activation: string
  readonly initialisation: NonNullable<ModelSpec['initialisation']>
  readonly layers: number
  readonly epochs: number
}

/** Gradient norms of the hidden layers before training, on standard normal rows with random labels. */
export async function gradientsByDepth({ activation, initialisation, layers }: Depth, seed: number): Promise<readonly number[]> {
  const live = await liveDepth({ activation: named(activation), initialisation, layers, seed })
  return live.look().norms
}

export async function accuracyAtDepth(data: DataSet, { activation, initialisation, layers, epochs }: Depth, seed: number): Promise<number> {
  const hidden = stack(layers, units, activation)
  return (await trainOn(data, { hidden, initialisation, epochs, batch: 32, optimiser: { kind: 'adam', rate: 1e-3 } }, seed)).accuracy
}

export async function depthOf(data: DataSet, depth: Depth, seed: number): Promise<Measurement> {
  const norms = await gradientsByDepth(depth, seed)
  return {
    values: { 'first to last gradient': norms[0] / norms[norms.length - 1], accuracy: await accuracyAtDepth(data, depth, seed) },
    series: { gradients: norms },
  }
}
