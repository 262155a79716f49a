import { mean, seedsFrom, seedwise, tested } from './claim.ts'
import { stack } from '../compare/depth.ts'
import { trainOn } from './shared/training.ts'

export const dyingUnits = tested({
  id: 17,
  version: 1,
  title: 'Dying units',
  statement: 'Setting negative inputs to 0 limits ReLU; leaky ReLU repairs it.',
  source: 'Maas and others 2013, slope .01: little gain. What leaks cannot die, that much is true.',
  test: 'Eight layers of 64, SGD with rate .01, 10 epochs of optdigits, 10 seeds: at least 3 % of the units are dead with ReLU, none with leaky ReLU; the accuracy gains at least 1 point.',
  parts: [
    {
      statement: 'Units of ReLU die, those of leaky ReLU do not.',
      expected: 'holds',
      conditions: [mean('dead, ReLU %', 'at least', 3), seedwise(1, 'dead, leaky %', 'at most', 0)],
    },
    { statement: 'Leaky ReLU makes the network better.', expected: 'fails', conditions: [mean('gain', 'at least', 1)] },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 1.2,
  beside: {
    source: 'Maas and others 2013, leaky ReLU of slope .01',
    differs: 'Theirs: acoustic models for speech. Ours: images of digits.',
    columns: ['error', 'mean of 10 seeds'],
    rows: [
      { name: 'accuracy gained by the leak, points', paper: 'little', measure: 'gain' },
      { name: 'dead units of ReLU, %', measure: 'dead, ReLU %' },
    ],
  },
  settings: { first: 'relu', second: 'leaky_relu', epochs: 10 },
  control: { first: 'sigmoid', second: 'leaky_relu', epochs: 2 },
  async experiment({ seed, load }, { first, second, epochs }) {
    const data = await load('optdigits')
    const outcome = async (activation: string) => {
      const hidden = stack(8, 64, activation)
      const { model, accuracy, x, y } = await trainOn(data, { hidden, epochs, batch: 32, optimiser: { kind: 'sgd', rate: 0.01 } }, seed)
      return { accuracy, dead: 100 * model.statistics(x, y).deadShare }
    }
    const [relu, leaky] = [await outcome(first), await outcome(second)]
    return {
      values: {
        'dead, ReLU %': relu.dead,
        'dead, leaky %': leaky.dead,
        gain: leaky.accuracy - relu.accuracy,
        'accuracy, ReLU': relu.accuracy,
        'accuracy, leaky': leaky.accuracy,
      },
    }
  },
})
