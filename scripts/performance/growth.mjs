// How cost grows: with the length of a row, and with the width and depth of a network. Each record is one point.
import { median } from '../../packages/lab/dist/compare/statistics.js'
import { createModel } from '../../packages/train/dist/index.js'
import { activation } from '../../packages/xphi/dist/formula.js'
import { compile } from '../../packages/xphi/dist/wasm.js'

const batch = 128

/** Softmax over rows of several lengths, at one number of elements. */
export async function* rowLengths() {
  const kernel = await compile(activation('softmax'))
  const x = Float32Array.from({ length: 1 << 18 }, (_, i) => ((i * 7) % 997) / 83 - 6)
  const y = new Float32Array(x.length)
  for (const columns of [16, 64, 256, 1024, 4096, 16_384, 65_536]) {
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now()
      kernel.map(x, y, { length: columns })
      return ((performance.now() - start) * 1e6) / x.length
    })
    yield { kind: 'row length', columns, ns: median(times) }
  }
}

/** A step of training. */
export async function* networks() {
  for (const width of [32, 64, 128, 256, 512]) yield { kind: 'width', width, depth: 4, ms: await step(width, 4) }
  for (const depth of [1, 2, 4, 8, 16]) yield { kind: 'depth', width: 128, depth, ms: await step(128, depth) }
}

async function step(width, depth) {
  const hidden = Array.from({ length: depth }, () => [
    { kind: 'linear', units: width },
    { kind: 'activation', activation: 'gelu' },
  ]).flat()
  const model = await createModel({ inputs: width, loss: 'mse', batch, layers: [...hidden, { kind: 'linear', units: 1 }], seed: 1 })
  const x = Float32Array.from({ length: batch * width }, (_, i) => Math.sin(i))
  const y = new Float32Array(batch).fill(1)
  const times = []
  for (let end = performance.now() + 600; performance.now() < end || times.length < 9; ) {
    const start = performance.now()
    model.step(x, y, { kind: 'adam', rate: 1e-3 })
    times.push(performance.now() - start)
  }
  return median(times.slice(2))
}
