import { createModel, type Layer, type ModelSpec } from '@xphi/train'
import { mean, seedsFrom, tested } from './claim.ts'
import { gradientNorms, noise } from '../compare/depth.ts'

const units = 64

/** Norms of the gradients of the first and the last of the gated layers, before training. */
async function ends(activation: string, layers: number, initialisation: ModelSpec['initialisation'] & string, seed: number) {
  const gated = Array.from({ length: layers }, (): Layer => ({ kind: 'gated', activation, units }))
  const model = await createModel({
    inputs: units,
    layers: [...gated, { kind: 'linear', units: 10 }],
    loss: 'cross-entropy',
    batch: 64,
    seed,
    initialisation,
  })
  const { x, y } = noise(64, units, 10, seed)
  const norms = gradientNorms(model, x, y)
  return { first: norms[0], last: norms[layers - 1] }
}

export const linearPath = tested({
  id: 28,
  version: 1,
  title: 'The linear path of GLU',
  statement: 'GLU, sigmoid(xW + b) * (xV + c), is from a convolutional language model of 2016.',
  source:
    'Dauphin and others 2016 write (XW + b) * sigmoid(XV + c); WikiText-103 with a perplexity of 37.2, Google Billion Word 38.1 on one GPU. They prefer it to the gated tanh unit, because its linear path keeps the gradient.',
  test: 'Ten gated layers of 64, weights N(0, 1/n), 10 seeds: the gradient of the first layer is at least 10 times greater with GLU than with GTU.',
  parts: [
    {
      statement: 'The linear path keeps the gradient: at the first of ten layers it is 10 times that of GTU.',
      expected: 'holds',
      conditions: [mean('first gradient, GLU to GTU', 'at least', 10)],
    },
  ],
  seeds: seedsFrom(10),
  seconds: 0.5,
  note: 'With weights N(0, 1/n) the signals shrink from layer to layer, and tanh is the identity on small numbers: both units become alike. With weights that keep the variance the ratio is about 1. The gradient before training does not tell the two apart at ten layers.',
  settings: { first: 'glu', second: 'gtu', layers: 10 },
  control: { first: 'gtu' },
  async experiment({ seed }, { first, second, layers }) {
    const [a, b] = [await ends(first, layers, 'lecun', seed), await ends(second, layers, 'lecun', seed)]
    const [c, d] = [await ends(first, layers, 'gain', seed), await ends(second, layers, 'gain', seed)]
    return {
      values: {
        'first gradient, GLU to GTU': a.first / b.first,
        'first to last, GLU': a.first / a.last,
        'first to last, GTU': b.first / b.last,
        'GLU to GTU, weights that keep the variance': c.first / d.first,
      },
    }
  },
})
