import { createModel } from '@xphi/train'
import { generators } from '../data/generators.ts'
import { seedsFrom, seedwise, tested } from './claim.ts'
import { gradientNorms, stack } from '../compare/depth.ts'

const rows = 64

/** The norm of the gradient of both hidden layers on a batch of the donuts, before training; and that of the readout. */
async function hiddenGradient(activation: string, seed: number) {
  const layers = [...stack(2, 16, activation), { kind: 'linear', units: 2 }] as const
  const model = await createModel({ inputs: 2, layers, loss: 'cross-entropy', batch: rows, seed })
  const data = generators.get('donuts')!({ seed })
  const norms = gradientNorms(model, Float32Array.from(data.x.subarray(0, 2 * rows)), data.y.subarray(0, rows))
  return { hidden: Math.hypot(...norms.slice(0, 2)), readout: norms[2] }
}

export const thresholdGradient = tested({
  id: 2,
  version: 1,
  title: 'A step has no gradient',
  statement: 'The derivative of a threshold unit is 0 at all points but one, so that back-propagation cannot scale its weights.',
  source: 'By definition. True for hidden layers; the layer behind them still learns.',
  test: 'Two hidden layers of 16 on the donuts, 10 seeds: the norm of the hidden gradient is exactly 0 with step, and above 1e-4 with tanh and with ReLU.',
  parts: [
    {
      statement: 'No gradient reaches the weights of hidden threshold units.',
      expected: 'holds',
      conditions: [seedwise(1, 'step', 'at most', 0), seedwise(1, 'tanh', 'above', 1e-4), seedwise(1, 'relu', 'above', 1e-4)],
    },
  ],
  seeds: seedsFrom(10),
  seconds: 0.2,
  settings: { step: 'threshold', tanh: 'tanh', relu: 'relu' },
  control: { step: 'tanh' },
  async experiment({ seed }, { step, tanh, relu }) {
    const [a, b, c] = await Promise.all([step, tanh, relu].map(name => hiddenGradient(name, seed)))
    return { values: { step: a.hidden, tanh: b.hidden, relu: c.hidden, 'readout behind step': a.readout } }
  },
})
