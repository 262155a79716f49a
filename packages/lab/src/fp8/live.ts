/** A network that learns two donuts in f32, and what is left of it where the outputs of its hidden units are rounded. */
import { createModel } from '@xphi/train'
import type { Activation } from 'xphi/formula'
import { liveTrial } from '../compare/live.ts'
import { layersOf, outputsOf } from '../compare/network.ts'
import { defaultRecipe } from '../compare/plan.ts'
import { generators } from '../data/generators.ts'
import { splitRows } from '../data/split.ts'
import { gather, standardiser } from '../data/standardise.ts'
import { parameterOf } from './arms.ts'
import { type Fp8Format, inAllWays, type Outputs, type WayResult, withOutlier } from './ways.ts'

export interface LiveNetwork {
  readonly steps: number
  readonly step: number
  /** Takes that many steps, or those that are left. */
  advance(steps: number): void
  /** Of the hidden units, for test rows. */
  outputs(): Outputs
  /** Percent of these rows that are right where the output layer is given such outputs. */
  accuracy(outputs: Float32Array): number
}

const hidden = 64
const rate = 0.01
const measuredRows = 512

export async function liveNetwork(activation: Activation, seed: number): Promise<LiveNetwork> {
  const data = generators.get('donuts')!({ seed: 1 })
  const recipe = { ...defaultRecipe(data), hidden: [hidden] }
  const spec = { activation, seed, rate, recipe, measure: 'test' } as const
  const live = await liveTrial(data, spec)
  const { model } = live
  const layers = layersOf(activation, recipe, outputsOf(data)).slice(0, -1)
  const below = await createModel({ inputs: data.features.length, layers, loss: 'mse', batch: measuredRows, seed })
  const { train, measured } = splitRows(data, spec)
  const rows = measured.subarray(0, measuredRows)
  const x = new Float32Array(rows.length * data.features.length)
  gather(data, standardiser(data, train), rows, x)
  return {
    steps: live.steps,
    get step() {
      return live.step
    },
    advance(count) {
      live.advance(count)
    },
    outputs() {
      for (const { layer, name, values } of below.parameters) values.set(parameterOf(model, layer, name))
      return { values: below.predict(x), channels: below.outputs }
    },
    accuracy(outputs) {
      const [weight, bias] = ['weight', 'bias'].map(name => parameterOf(model, layers.length, name))
      const width = below.outputs
      const score = (row: number, output: number): number => {
        let sum = bias[output]
        for (let j = 0; j < width; j++) sum += weight[output * width + j] * outputs[row * width + j]
        return sum
      }
      let right = 0
      for (const [r, row] of rows.entries()) if (Number(score(r, 1) > score(r, 0)) === data.y[row]) right++
      return (100 * right) / rows.length
    },
  }
}

export interface InNetwork {
  /** Percent of the test rows that the network has right, in f32 and with outputs rounded in each way. */
  readonly accuracy: number
  readonly ways: readonly (WayResult & { readonly accuracy: number })[]
}

/** Rounds the outputs of the hidden units, the first channel multiplied by 2^exponent, by which the layer above divides. */
export function inNetwork(network: LiveNetwork, format: Fp8Format, exponent: number): InNetwork {
  const outputs = withOutlier(network.outputs(), exponent)
  const accuracyOf = (values: Outputs['values']): number => network.accuracy(withOutlier({ ...outputs, values }, -exponent).values)
  const ways = inAllWays(outputs, format).map(way => ({ ...way, accuracy: accuracyOf(way.rounded) }))
  return { accuracy: accuracyOf(outputs.values), ways }
}
