import { mean, seedsFrom, seedwise, tested } from './claim.ts'
import { type Depth, depthOf } from './shared/depth.ts'

export const sigmoidDepth = tested<Depth>({
  id: 6,
  version: 1,
  title: 'Gradients of sigmoid vanish with depth',
  statement: 'Gradients of sigmoid vanish with depth, because derivatives of derivatives get further from 0.',
  source:
    'The chain rule multiplies derivatives. The slope of sigmoid is at most 1/4 everywhere, so that gradients vanish even at 0; and they get nearer to 0, not further away.',
  test: '30 layers of 64, weights N(0, 1/n), 10 seeds: the gradient of the first layer is at most 1e-12 of that of the last; Adam, 3 epochs of optdigits: at most 15 % right.',
  parts: [
    {
      statement: 'The gradient of sigmoid vanishes through 30 layers, and nothing is learned.',
      expected: 'holds',
      conditions: [seedwise(1, 'first to last gradient', 'at most', 1e-12), mean('accuracy', 'at most', 15)],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 1.3,
  settings: { activation: 'sigmoid', initialisation: 'lecun', layers: 30, epochs: 3 },
  control: { activation: 'tanh', layers: 10, epochs: 1 },
  experiment: async ({ seed, load }, depth) => depthOf(await load('optdigits'), depth, seed),
})
