/** Units of a deep network on the donuts that are 0 for every row, so that no gradient comes back to them. */
import { generators } from '@xphi/lab'
import { createModel, type Layer } from '@xphi/train'
import type { AboutDead, DeadAnswer } from './questions.ts'

const [layers, units] = [6, 32]
const steps = 120
const between = 2
const optimiser = { kind: 'sgd', rate: 0.1 } as const

export async function* dead({ activation, seed }: AboutDead): AsyncGenerator<DeadAnswer> {
  const { x, y, features, rows, testFrom = rows } = generators.get('donuts')!({ seed: 1 })
  const hidden = Array.from({ length: layers }, (): readonly Layer[] => [
    { kind: 'linear', units },
    { kind: 'activation', activation },
  ])
  const model = await createModel({
    inputs: features.length,
    layers: [...hidden.flat(), { kind: 'linear', units: 2 }],
    loss: 'cross-entropy',
    batch: testFrom,
    seed,
  })
  const [inputs, labels] = [Float32Array.from(x.subarray(0, features.length * testFrom)), Float32Array.from(y.subarray(0, testFrom))]
  for (let step = 0; ; step++) {
    if (step % between === 0) yield { step, steps, share: 100 * model.statistics(inputs, labels).deadShare }
    if (step === steps) return
    model.step(inputs, labels, optimiser)
  }
}
