import { fromFormula } from 'xphi/formula'
import { mean, seedsFrom, tested } from './claim.ts'
import { stack } from '../compare/depth.ts'
import { trainOn } from './shared/training.ts'

/** ReLU by formulas whose derivative at 0 is 0, a half and 1. */
const kinks = {
  zero: 'x > 0 ? x : 0',
  half: '(x + abs(x)) / 2',
  one: 'x >= 0 ? x : 0',
  step: 'x > 0 ? 1 : 0',
} as const

export const kink = tested({
  id: 14,
  version: 1,
  title: 'The kink of ReLU',
  statement: 'Libraries take 0 for the derivative of ReLU at 0, and the kink does no harm.',
  source: 'True of PyTorch and TensorFlow.',
  test: 'The derivative at 0 set to 0, a half and 1: accuracies on optdigits (two layers of 64, Adam, 10 epochs) within half a point of each other, 10 seeds.',
  parts: [
    {
      statement: 'What the derivative is at 0 makes no difference.',
      expected: 'holds',
      conditions: [
        mean('half - zero', 'at most', 0.5),
        mean('half - zero', 'at least', -0.5),
        mean('one - zero', 'at most', 0.5),
        mean('one - zero', 'at least', -0.5),
      ],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 0.5,
  note: 'A sum of exactly 0 does not occur in training, so that the three networks are the same bit by bit.',
  settings: { other: 'one' as keyof typeof kinks, epochs: 10 },
  control: { other: 'step', epochs: 2 },
  async experiment({ seed, load }, { other, epochs }) {
    const data = await load('optdigits')
    const accuracy = async (name: keyof typeof kinks) => {
      const hidden = stack(2, 64, fromFormula(name, kinks[name]))
      const training = { hidden, initialisation: 'he', epochs, batch: 32, optimiser: { kind: 'adam', rate: 1e-3 } } as const
      return (await trainOn(data, training, seed)).accuracy
    }
    const [zero, half, one] = [await accuracy('zero'), await accuracy('half'), await accuracy(other)]
    return { values: { 'half - zero': half - zero, 'one - zero': one - zero, zero, half, one } }
  },
})
