// The networks that are timed: those of docs/performance.md. Data are MNIST where the folder beside the repository has it, else made.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadData } from '../../packages/lab/dist/node/index.js'
import { Random, transformer } from '../../packages/train/dist/index.js'

const random = new Random(1)
const mnist = fileURLToPath(new URL('../../../shared/data/mnist', import.meta.url))

const hidden = (activation, ...units) =>
  units.flatMap(count => [
    { kind: 'linear', units: count },
    { kind: 'activation', activation },
  ])

async function donut() {
  const { x, y } = await loadData('donuts')
  return { data: 'two donuts', x: Float32Array.from(x).subarray(0, 2 * 512), y: Float32Array.from(y).subarray(0, 512) }
}

/** 128 images, 0 to 1: about 81 % of MNIST's pixels are 0, and of the made ones. */
async function images() {
  if (existsSync(mnist)) {
    const { x, y } = await loadData(mnist)
    return { data: 'MNIST', x: Float32Array.from(x.subarray(0, 128 * 784), pixel => pixel / 255), y: Int32Array.from(y.subarray(0, 128)) }
  }
  const x = Float32Array.from({ length: 128 * 784 }, () => (random.uniform() < 0.19 ? random.uniform() : 0))
  return { data: 'made, 81 % zeros', x, y: Int32Array.from({ length: 128 }, () => random.below(10)) }
}

/** The same images, where no pixel is 0. */
async function dense() {
  const { data, x, y } = await images()
  return { data: `${data} + 0.01`, x: x.map(pixel => pixel + 0.01), y }
}

const tokens = () => {
  const made = () => Int32Array.from({ length: 16 * 64 }, () => random.below(65))
  return { data: 'random tokens', x: made(), y: made() }
}

/** `goal`: the greatest ratio of our time to PyTorch's. */
const perceptron = (name, goal, data, spec, activation, units) => ({
  name,
  goal,
  data,
  network: { network: 'perceptron', activation, loss: spec.loss },
  spec: { ...spec, layers: [...hidden(activation, ...units), { kind: 'linear', units: spec.outputs }] },
})

const small = { inputs: 2, outputs: 1, loss: 'mse', batch: 512 }
const large = { inputs: 784, outputs: 10, loss: 'cross-entropy', batch: 128 }
const block = {
  name: 'transformer 2 x 128, context 64, batch 16, SwiGLU',
  data: tokens,
  network: { network: 'transformer', loss: 'cross-entropy', sequence: 64, heads: 4 },
  spec: {
    inputs: 1,
    loss: 'cross-entropy',
    batch: 16 * 64,
    sequence: 64,
    layers: transformer({ vocabulary: 65, width: 128, depth: 2, heads: 4, activation: 'swiglu', hidden: 344, bias: false, head: 'free' }),
  },
}

const named = (workload, more, spec) => ({
  ...workload,
  ...more,
  name: `${workload.name}, ${more.name}`,
  spec: { ...workload.spec, ...spec },
})

const tiny = perceptron('donut MLP 2-16-16-1, 512 points, tanh', 0.2, donut, small, 'tanh', [16, 16])
const full = perceptron('MNIST MLP 784-256-256-10, batch 128, ReLU', 1.4, dense, large, 'relu', [256, 256])
const sparse = perceptron('MNIST MLP 784-256-256-10, batch 128, ReLU', 1.0, images, large, 'relu', [256, 256])
const smooth = perceptron('MNIST MLP 784-256-256-10, batch 128, GELU', 1.4, dense, large, 'gelu', [256, 256])
const fused = { fused: true }
const fast = { mode: 'fast' }

export const workloads = [
  named(tiny, { name: 'exact activations' }),
  named(tiny, { name: 'fast activations' }, fast),
  named(full, { name: 'dense' }),
  named(full, { name: 'dense, FMA' }, fused),
  named(smooth, { name: 'dense, exact activations' }),
  named(smooth, { name: 'dense, fast activations' }, fast),
  named(sparse, { name: 'zeros skipped' }),
  named(sparse, { name: 'zeros skipped, FMA' }, fused),
  named(block, { name: 'exact activations', goal: 1.6 }),
  named(block, { name: 'fast activations', goal: 1.6 }, fast),
  named(block, { name: 'fast activations, FMA', goal: 1.25 }, { ...fused, ...fast }),
]
