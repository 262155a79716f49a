import { createModel, Random } from '@xphi/train'
import { type Activation, activation } from 'xphi/formula'
import { compile } from 'xphi/wasm'
import { mean, seedsFrom, tested } from './claim.ts'
import { milliseconds } from './shared/timing.ts'

const [width, hidden, rows] = [128, 512, 256]

/** Milliseconds of both matrix products of a feed-forward layer, forward. */
async function products(repeats: number): Promise<number> {
  const layers = [
    { kind: 'linear', units: hidden, bias: false },
    { kind: 'linear', units: width, bias: false },
  ] as const
  const model = await createModel({ inputs: width, layers, loss: 'mse', batch: rows, seed: 1 })
  const x = new Float32Array(rows * width).fill(0.5)
  return milliseconds(() => model.scores(x), repeats)
}

export const cost = tested({
  id: 15,
  version: 1,
  title: 'What activations cost',
  statement: 'ReLU is the cheapest activation: it has no exponentials.',
  source: 'True among those that are not linear; but the share of an activation in a feed-forward layer is small.',
  test: 'Our kernels (exact, as they come) on a Float32Array of 2^20, five repetitions: SiLU, tanh and GELU take at least 5 times the median time of ReLU, leaky ReLU at most 1.5 times; and the share of GELU in a feed-forward layer of 128 and 512 units is at most 10 %, at the rate of our matrix product in GFLOP/s, which is shown.',
  parts: [
    {
      statement: 'SiLU, tanh and GELU cost at least 5 times as much as ReLU; leaky ReLU about the same.',
      expected: 'holds',
      conditions: [
        mean('SiLU to ReLU', 'at least', 5),
        mean('tanh to ReLU', 'at least', 5),
        mean('GELU to ReLU', 'at least', 5),
        mean('leaky to ReLU', 'at most', 1.5),
      ],
    },
    {
      statement: 'Beside the matrix products of a feed-forward layer the activation counts for little.',
      expected: 'holds',
      conditions: [mean('share in a feed-forward layer, %', 'at most', 10)],
    },
  ],
  seeds: seedsFrom(5),
  seconds: 3,
  discussion: [
    'The bound of 10 % was set after a pilot with a product of .55 GFLOP/s, where GELU took 1.5 %. A feed-forward layer of width d spends 4 d operations of its products on each hidden number, 512 here: at 30 GFLOP/s 17 ns, beside the nanoseconds of an exact GELU that stand above. The faster the product, the greater is the share of what is not one; the register itself expected 23 % at 5 GFLOP/s with the pilot’s GELU.',
    'The share falls with the width, as the products grow by d and the activation does not: at d = 4096, 32 times ours, the same kernels would take one or two hundredths, by this arithmetic: only d = 128 was measured. If so, “little” is right of large models and wrong of small ones on a fast product.',
    'The factors of the first part rest on kernels within .51 ulp, and are smaller than the 30 to 60 of the pilot in plain JavaScript; we think because ReLU is bound by memory here, which was not measured apart. They are times, and vary with what else the machine does: where intervals straddle the bound, a quiet machine tells.',
    'Leaky ReLU takes longer than ReLU for a reason that is ours: its .01 is no single number, so that exact results want doubles, where those of ReLU are computed on singles, four at once instead of two.',
  ],
  timed: true,
  settings: { names: ['silu', 'tanh', 'gelu', 'leaky_relu'], elements: 2 ** 20, repeats: 15, times: 1 },
  // ReLU against itself; and an activation that is run 200 times.
  control: { names: ['relu', 'relu', 'relu', 'relu'], elements: 2 ** 16, repeats: 5, times: 200 },
  async experiment({ seed }, { names, elements, repeats, times }) {
    const random = new Random(seed)
    const x = Float32Array.from({ length: elements }, () => 3 * random.normal())
    const out = new Float32Array(elements)
    const kernelOf = async (name: string) => await compile(activation(name) as Activation<'pointwise'>)
    const time = async (name: string) => {
      const kernel = await kernelOf(name)
      return milliseconds(() => kernel.map(x, out), repeats)
    }
    const relu = await time('relu')
    const [silu, tanh, gelu, leaky] = [await time(names[0]), await time(names[1]), await time(names[2]), await time(names[3])]
    const kernel = await kernelOf(names[2])
    const part = x.subarray(0, rows * hidden)
    const own = times * milliseconds(() => kernel.map(part, out.subarray(0, part.length)), repeats)
    const product = await products(repeats)
    return {
      values: {
        'SiLU to ReLU': silu / relu,
        'tanh to ReLU': tanh / relu,
        'GELU to ReLU': gelu / relu,
        'leaky to ReLU': leaky / relu,
        'share in a feed-forward layer, %': (100 * own) / (own + product),
        'matrix product, GFLOP/s': (4 * rows * width * hidden) / (1e6 * product),
        'ReLU, ns an element': (1e6 * relu) / elements,
        'SiLU, ns an element': (1e6 * silu) / elements,
        'tanh, ns an element': (1e6 * tanh) / elements,
        'GELU, ns an element': (1e6 * gelu) / elements,
        'leaky ReLU, ns an element': (1e6 * leaky) / elements,
      },
    }
  },
})
