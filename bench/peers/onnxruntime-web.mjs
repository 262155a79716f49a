import * as ort from 'onnxruntime-web'
import { readFileSync } from 'node:fs'
import { model } from './onnx.mjs'

ort.env.wasm.numThreads = 1
ort.env.logLevel = 'error'

const microsoft = 'com.microsoft'
const operators = {
  relu: { op: 'Relu' },
  leaky_relu: { op: 'LeakyRelu', attributes: { alpha: 0.01 } },
  elu: { op: 'Elu' },
  selu: { op: 'Selu' },
  celu: { op: 'Celu' },
  sigmoid: { op: 'Sigmoid' },
  tanh: { op: 'Tanh' },
  gelu: { op: 'Gelu', attributes: { approximate: 'none' } },
  gelu_tanh: { op: 'Gelu', attributes: { approximate: 'tanh' } },
  quick_gelu: { op: 'QuickGelu', domain: microsoft, attributes: { alpha: 1.702 } },
  silu: { op: 'QuickGelu', domain: microsoft, attributes: { alpha: 1 } },
  softplus: { op: 'Softplus' },
  softsign: { op: 'Softsign' },
  mish: { op: 'Mish' },
  hard_sigmoid: { op: 'HardSigmoid', attributes: { alpha: 1 / 6, beta: 0.5 } },
  hard_swish: { op: 'HardSwish' },
  thresholded_relu: { op: 'ThresholdedRelu' },
  softmax: { op: 'Softmax', attributes: { axis: -1n } },
  log_softmax: { op: 'LogSoftmax', attributes: { axis: -1n } },
}
const { version } = JSON.parse(readFileSync(new URL('../node_modules/onnxruntime-web/package.json', import.meta.url), 'utf8'))

async function pointwise(name) {
  const { op, domain, attributes } = operators[name]
  const bytes = model({ nodes: [{ op, domain, attributes, inputs: ['x'], outputs: ['y'] }], inputs: ['x'] })
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] })
  return async (x, columns = x.length) => {
    const { y } = await session.run({ x: new ort.Tensor('float32', x, [x.length / columns, columns]) })
    return y.data
  }
}

async function swiglu() {
  const nodes = [
    { op: 'QuickGelu', domain: microsoft, attributes: { alpha: 1 }, inputs: ['gate'], outputs: ['s'] },
    { op: 'Mul', inputs: ['s', 'value'], outputs: ['y'] },
  ]
  const session = await ort.InferenceSession.create(model({ nodes, inputs: ['gate', 'value'] }), { executionProviders: ['wasm'] })
  return async (gate, value) => {
    const tensor = array => new ort.Tensor('float32', array, [1, array.length])
    return (await session.run({ gate: tensor(gate), value: tensor(value) })).y.data
  }
}

export async function load() {
  const maps = {}
  for (const name of Object.keys(operators)) maps[name] = await pointwise(name)
  maps.swiglu = await swiglu()
  return { name: 'onnxruntime-web', version, maps, slopes: {} }
}
