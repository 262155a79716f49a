import { createModel, type Layer, Random } from '@xphi/train'
import { gatedUnits } from '../compare/network.ts'
import { mean, seedsFrom, tested } from './claim.ts'
import { milliseconds } from './shared/timing.ts'

const [width, hidden] = [128, 512]

/** Milliseconds of a training step of a feed-forward layer that begins with `up`. */
async function step(up: readonly Layer[], rows: number, repeats: number, seed: number): Promise<number> {
  const model = await createModel({ inputs: width, layers: [...up, { kind: 'linear', units: width }], loss: 'mse', batch: rows, seed })
  const random = new Random(seed)
  const x = Float32Array.from({ length: rows * width }, () => random.normal())
  return milliseconds(() => model.step(x, x, { kind: 'sgd', rate: 1e-3 }), repeats)
}

export const costOfGates = tested({
  id: 38,
  version: 1,
  title: 'The cost of gates',
  statement: 'SwiGLU and GEGLU are very heavy to compute.',
  source: 'Shazeer 2020 compares at equal numbers of parameters and operations: the gated layer has two thirds of the units.',
  test: 'A training step of a feed-forward layer of 128 and 512 units, batch 256, five repetitions: SwiGLU at two thirds of the width takes at most 1.25 times the time of ReLU.',
  parts: [
    {
      statement: 'A layer of SwiGLU takes much longer than one of ReLU.',
      expected: 'fails',
      refutes: true,
      conditions: [mean('SwiGLU to ReLU', 'at most', 1.25)],
    },
  ],
  seeds: seedsFrom(5),
  seconds: 2,
  timed: true,
  settings: { units: gatedUnits(hidden), rows: 256, repeats: 31 },
  control: { units: 3 * hidden, rows: 64, repeats: 7 },
  async experiment({ seed }, { units, rows, repeats }) {
    const relu = await step(
      [
        { kind: 'linear', units: hidden },
        { kind: 'activation', activation: 'relu' },
      ],
      rows,
      repeats,
      seed,
    )
    const swiglu = await step([{ kind: 'gated', activation: 'swiglu', units }], rows, repeats, seed)
    return { values: { 'SwiGLU to ReLU': swiglu / relu, 'ReLU, ms a step': relu, 'SwiGLU, ms a step': swiglu } }
  },
})
