/** Hashes of everything that must have the same bits on every engine: scalars, kernels, and a network after its training. */
import { createModel } from '@xphi/train'
import * as builtIn from 'xphi'
import { catalogue } from 'xphi/catalogue'
import { type Activation, activation, inputsOf } from 'xphi/formula'
import { compile } from 'xphi/wasm'
import { Hash } from './hash.ts'
import { uniform } from './points.ts'

const points = 4096

/** Arguments that reach every exponent, half of them where activations live, and what is special. */
function argumentsOf(seed: number): Float64Array {
  const random = uniform(seed)
  const special = [
    0,
    -0,
    1,
    -1,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    5e-324,
    -5e-324,
    2 ** -149,
    -(2 ** -149),
    1e300,
    -1e300,
  ]
  const anywhere = (): number => (random() < 0.5 ? -1 : 1) * (1 + random()) * 2 ** Math.floor(random() * 250 - 149)
  const usual = (): number => 40 * (random() - 0.5)
  return Float64Array.from({ length: points }, (_, i) => special[i] ?? (i % 2 ? anywhere() : usual()))
}

/** Values and derivatives, as f64 scalars and through both kernels. */
async function ofActivation(a: Activation): Promise<string> {
  const hash = new Hash()
  const columns = inputsOf(a).map((_, i) => argumentsOf(i + 1))
  const scalar = (builtIn as Readonly<Record<string, unknown>>)[a.name]
  if (a.kind === 'pointwise') {
    const f = scalar as ((x: number) => number) & { derivative(x: number): number }
    hash.add(columns[0].map(x => f(x))).add(columns[0].map(x => f.derivative(x)))
  } else if (a.kind === 'gated') {
    const f = scalar as ((gate: number, value: number) => number) & {
      derivative(gate: number, value: number): { gate: number; value: number }
    }
    const [gate, value] = columns
    hash.add(gate.map((g, i) => f(g, value[i])))
    hash.add(gate.map((g, i) => f.derivative(g, value[i]).gate)).add(gate.map((g, i) => f.derivative(g, value[i]).value))
  }
  const kernel = await compile(a)
  for (const of of [Float32Array, Float64Array]) {
    const [first, second] = columns.map(column => of.from(column) as Float64Array)
    const ones = (of.from(first) as Float64Array).fill(1)
    if ('mapPacked' in kernel) {
      const slopes = kernel.backward(first, second, ones)
      hash.add(kernel.map(first, second)).add(slopes.gate).add(slopes.value)
    } else {
      // Rows of 64: infinities and NaN stay in theirs.
      const rows = { length: 64 }
      hash.add(kernel.map(first, undefined, rows)).add(kernel.backward(first, ones, undefined, rows))
    }
  }
  return hash.digest()
}

/** The weights after 60 steps of a small network with each kind of layer. */
async function ofTraining(): Promise<string> {
  const random = uniform(7)
  const model = await createModel({
    inputs: 3,
    layers: [
      { kind: 'linear', units: 13 },
      { kind: 'activation', activation: 'swish', trainable: 'channel' },
      { kind: 'gated', activation: 'swiglu', units: 9 },
      { kind: 'layernorm' },
      { kind: 'activation', activation: 'gelu' },
      { kind: 'linear', units: 3 },
    ],
    loss: 'cross-entropy',
    batch: 32,
    seed: 5,
  })
  const losses = Float64Array.from({ length: 60 }, () => {
    const x = Float32Array.from({ length: 96 }, () => 4 * random() - 2)
    const y = Array.from({ length: 32 }, (_, r) => (x[3 * r] * x[3 * r + 1] > 0 ? 0 : x[3 * r + 2] > 0 ? 1 : 2))
    return model.step(x, y, { kind: 'adam', rate: 0.01 })
  })
  const hash = new Hash().add(losses)
  for (const { values } of model.parameters) hash.add(values)
  return hash.digest()
}

/** A digest for each catalogue entry (values and derivatives at 4096 arguments, scalar and compiled) and for `training`. */
export async function fingerprint(): Promise<Readonly<Record<string, string>>> {
  const digests: [string, string][] = []
  for (const { name } of catalogue) digests.push([name, await ofActivation(activation(name))])
  digests.push(['training', await ofTraining()])
  return Object.fromEntries(digests)
}
