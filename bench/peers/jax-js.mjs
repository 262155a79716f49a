import { readFileSync } from 'node:fs'

// On Node 20 it looks at navigator without asking, and cannot start its workers.
globalThis.navigator ??= {}
delete globalThis.Worker
const { defaultDevice, grad, init, jit, nn, numpy } = await import('@jax-js/jax')

const functions = {
  relu: nn.relu,
  relu6: nn.relu6,
  leaky_relu: x => nn.leakyRelu(x, 0.01),
  elu: x => nn.elu(x),
  celu: x => nn.celu(x),
  selu: nn.selu,
  sigmoid: nn.sigmoid,
  tanh: numpy.tanh,
  gelu: x => nn.gelu(x, { approximate: false }),
  gelu_tanh: x => nn.gelu(x, { approximate: true }),
  silu: nn.silu,
  softplus: nn.softplus,
  softsign: nn.softSign,
  log_sigmoid: nn.logSigmoid,
  mish: nn.mish,
  hard_sigmoid: nn.hardSigmoid,
  hard_swish: nn.hardSilu,
  hard_tanh: nn.hardTanh,
  squareplus: x => nn.squareplus(x),
  softmax: x => nn.softmax(x, -1),
  log_softmax: x => nn.logSoftmax(x, -1),
}

const { version } = JSON.parse(readFileSync(new URL('../node_modules/@jax-js/jax/package.json', import.meta.url), 'utf8'))

const run = f => {
  const compiled = jit(f)
  return async (x, columns) => {
    const flat = numpy.array(x)
    return compiled(columns === undefined ? flat : flat.reshape([x.length / columns, columns])).data()
  }
}

export async function load() {
  await init('wasm')
  defaultDevice('wasm')
  const maps = Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, run(f)]))
  const slopes = Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, run(grad(x => f(x).sum()))]))
  const swiglu = jit((gate, value) => nn.silu(gate).mul(value))
  maps.swiglu = async (gate, value) => swiglu(numpy.array(gate), numpy.array(value)).data()
  return { name: 'jax-js', version, maps, slopes }
}
