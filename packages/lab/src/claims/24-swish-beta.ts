import type { Layer } from '@xphi/train'
import { activation } from 'xphi/formula'
import { mean, seedsFrom, tested } from './claim.ts'
import { trainOn } from './shared/training.ts'

export const swishBeta = tested({
  id: 24,
  version: 1,
  title: 'The beta of Swish',
  statement: 'Swish is SiLU with a trainable beta, which is mostly left out.',
  source:
    'Ramachandran and others 2017: .9 points more on ImageNet with NASNet-A mobile, .6 with Inception-ResNet-v2; beta learned for each channel ends mostly near 1. beta = 0 gives x/2, infinity ReLU.',
  test: 'One beta for each unit, from 1 on, two layers of 64 on optdigits, Adam, 10 epochs, 10 seeds: at least 30 % of them move by more than .05, at least 95 % stay within [.5, 1.5]; the accuracy gains at least half a point over beta = 1.',
  parts: [
    {
      statement: 'Learned betas move, and stay near 1.',
      expected: 'holds',
      conditions: [mean('moved, %', 'at least', 30), mean('in [.5, 1.5], %', 'at least', 95)],
    },
    { statement: 'Learning beta makes the network better.', expected: 'fails', conditions: [mean('gain', 'at least', 0.5)] },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 0.6,
  beside: {
    source: 'Ramachandran and others 2017, points of ImageNet accuracy above ReLU',
    differs:
      'Theirs is Swish against ReLU, with beta learned for each channel; ours is Swish with learned betas against beta = 1, in two dense layers on digits: the step that the paper leaves open.',
    columns: ['Swish above ReLU', 'learned beta above beta 1'],
    rows: [
      { name: 'NASNet-A mobile', paper: '.9' },
      { name: 'Inception-ResNet-v2', paper: '.6' },
      { name: 'optdigits', measure: 'gain' },
    ],
  },
  settings: { trained: true, units: 64, epochs: 10, other: 1 },
  // Betas that stay, against a network of one unit: a gain that has nothing to do with beta.
  control: { trained: false, epochs: 2, other: 64 },
  async experiment({ seed, load }, { trained, units, epochs, other }) {
    const data = await load('optdigits')
    const outcome = (learned: boolean, width: number) => {
      const layer: Layer = { kind: 'activation', activation: activation('swish'), ...(learned && { trainable: 'channel' as const }) }
      const hidden: readonly Layer[] = [{ kind: 'linear', units: width }, layer, { kind: 'linear', units: width }, layer]
      return trainOn(data, { hidden, epochs, batch: 32, optimiser: { kind: 'adam', rate: 1e-3 } }, seed)
    }
    const [learned, fixed] = [await outcome(trained, units), await outcome(false, units / other)]
    const betas = learned.model.parameters.filter(({ name }) => name === 'beta').flatMap(({ values }) => [...values])
    const share = (test: (beta: number) => boolean) => (100 * betas.filter(test).length) / (2 * units)
    return {
      values: {
        'moved, %': share(beta => Math.abs(beta - 1) > 0.05),
        'in [.5, 1.5], %': share(beta => beta >= 0.5 && beta <= 1.5),
        gain: learned.accuracy - fixed.accuracy,
        'least beta': Math.min(...betas),
        'greatest beta': Math.max(...betas),
      },
    }
  },
})
