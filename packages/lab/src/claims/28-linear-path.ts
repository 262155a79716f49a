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
  discussion: [
    'Measured are gradients, not what makes them. We think: with weights N(0, 1/n) a gate begins near 1/2, and each layer about halves the signal. After two or three layers all numbers are small, tanh is the identity on small numbers, and a gated tanh unit is a GLU, so that only the first layers differ: enough for the factor of 1.8, not for 10.',
    'With weights that keep the variance the ratio is about 1. Tanh is then felt in every layer, but we think that these weights make up for its slope in the gradient as they do in the signal.',
    'Dauphin and others argue with the slope of tanh at large numbers, which training brings about. A gradient before training cannot show that; one after training, or for inputs three times as great, could, and would be a new registration.',
  ],
  beside: {
    source: 'Dauphin and others 2016, test perplexity',
    differs: 'Theirs: gated convolutions, trained on words. Ours: dense layers before training; no figure of theirs is a gradient.',
    columns: ['perplexity of GLU', 'mean of 10 seeds'],
    rows: [
      { name: 'WikiText-103', paper: '37.2' },
      { name: 'Google Billion Word, one GPU', paper: '38.1' },
      { name: 'gradient of the first of ten layers, GLU to GTU', measure: 'first gradient, GLU to GTU' },
    ],
  },
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
