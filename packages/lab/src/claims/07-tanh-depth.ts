import { mean, seedsFrom, seedwise, tested } from './claim.ts'
import { type Depth, depthOf } from './shared/depth.ts'

export const tanhDepth = tested<Depth>({
  id: 7,
  version: 1,
  title: 'Does tanh have the same problem?',
  statement: 'tanh has the same problem of vanishing gradients.',
  source: 'The slope of tanh is 1 at 0 and lies in (0, 1]. With weights N(0, 1/n) it does not vanish in 30 layers.',
  test: 'As for sigmoid (claim 6). The claim holds only if the gradient of the first layer is at most 1e-6 of that of the last and at most 15 % are right after 3 epochs.',
  parts: [
    {
      statement: 'The gradient of tanh vanishes through 30 layers, and nothing is learned.',
      expected: 'fails',
      conditions: [seedwise(1, 'first to last gradient', 'at most', 1e-6), mean('accuracy', 'at most', 15)],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 1.1,
  settings: { activation: 'tanh', initialisation: 'lecun', layers: 30, epochs: 3 },
  control: { activation: 'sigmoid', epochs: 1 },
  experiment: async ({ seed, load }, depth) => depthOf(await load('optdigits'), depth, seed),
})
