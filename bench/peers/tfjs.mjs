import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { fileURLToPath } from 'node:url'

const layer = activation => {
  const apply = tf.layers.activation({ activation })
  return x => apply.apply(x)
}
const functions = {
  relu: tf.relu,
  relu6: tf.relu6,
  leaky_relu: x => tf.leakyRelu(x, 0.01),
  elu: tf.elu,
  selu: tf.selu,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  gelu: layer('gelu'),
  gelu_tanh: layer('gelu_new'),
  silu: layer('swish'),
  softplus: tf.softplus,
  softsign: layer('softsign'),
  log_sigmoid: tf.logSigmoid,
  mish: layer('mish'),
  threshold: x => tf.step(x),
  softmax: x => tf.softmax(x),
  log_softmax: x => tf.logSoftmax(x),
}

async function backend(name, backendName) {
  await tf.setBackend(backendName)
  await tf.ready()
  const use = () => tf.getBackend() === backendName || tf.setBackend(backendName)
  const run =
    make =>
    async (x, columns = x.length) => {
      await use()
      const [input, output] = tf.tidy(() => {
        const tensor = tf.tensor(x, [x.length / columns, columns])
        return [tf.keep(tensor), tf.keep(make(tensor))]
      })
      const data = await output.data()
      input.dispose()
      output.dispose()
      return data
    }
  const maps = Object.fromEntries(Object.entries(functions).map(([key, f]) => [key, run(f)]))
  const slopes = Object.fromEntries(Object.entries(functions).map(([key, f]) => [key, run(x => tf.grad(v => f(v).sum())(x))]))
  return { name, version: tf.version.tfjs, maps, slopes }
}

export const loadCpu = () => backend('tfjs cpu', 'cpu')

export async function loadWasm() {
  setWasmPaths(fileURLToPath(new URL('../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)))
  return backend('tfjs wasm', 'wasm')
}
