import type { Layer } from '@xphi/train'
import { prelu } from 'xphi'
import { mean, seedsFrom, seedwise, tested } from './claim.ts'
import { trainOn } from './shared/training.ts'

/** Where max(alpha x, x) is not the function of two branches. */
const strays = (alpha: number): number => Math.max(...[-2, -1, 1, 2].map(x => Math.abs(Math.max(alpha * x, x) - prelu(x, alpha))))

export const learnedSlope = tested({
  id: 18,
  version: 1,
  title: 'PReLU is not leaky ReLU',
  statement: 'LeakyReLU, also called PReLU, is max(alpha x, x) with an alpha that is tuned by hand.',
  source:
    'False: PReLU (He and others 2015) learns alpha, from .25 on, one for each channel. The form with max is right only for alpha up to 1.',
  test: 'Two layers of 64 on optdigits, Adam, 10 epochs, 10 seeds: at least half of the alphas move by .02 or more; alpha = 2 is a counter-example to the form with max.',
  parts: [
    {
      statement: 'PReLU is leaky ReLU: its alpha stays where it is put.',
      expected: 'fails',
      refutes: true,
      conditions: [mean('moved, %', 'at least', 50)],
    },
    {
      statement: 'max(alpha x, x) is the function for every alpha.',
      expected: 'fails',
      refutes: true,
      conditions: [seedwise(1, 'difference at alpha 2', 'above', 0)],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['optdigits'],
  seconds: 0.3,
  settings: { trained: true, alpha: 2, epochs: 10 },
  control: { trained: false, alpha: 0.5, epochs: 1 },
  async experiment({ seed, load }, { trained, alpha, epochs }) {
    const layer: Layer = { kind: 'activation', activation: 'prelu', ...(trained && { trainable: 'channel' as const }) }
    const hidden: readonly Layer[] = [{ kind: 'linear', units: 64 }, layer, { kind: 'linear', units: 64 }, layer]
    const { model } = await trainOn(await load('optdigits'), { hidden, epochs, batch: 32, optimiser: { kind: 'adam', rate: 1e-3 } }, seed)
    const alphas = model.parameters.filter(({ name }) => name === 'alpha').flatMap(({ values }) => [...values])
    const moved = alphas.filter(value => Math.abs(value - 0.25) >= 0.02).length
    return { values: { 'moved, %': (100 * moved) / (2 * 64), 'difference at alpha 2': strays(alpha) } }
  },
})
