import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { python } from '../peers/pytorch.mjs'

/** PyTorch in a process of its own, on one thread: it takes the same networks, and answers one request after the other. */
export async function pytorch() {
  if (!python) throw new Error('no python3 with torch and numpy: apt-get install python3-torch')
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child = spawn(python, [fileURLToPath(new URL('pytorch.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'], env })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('pytorch.py ended')
    return JSON.parse(value)
  }
  const ask = (request, ...arrays) => {
    child.stdin.write(`${JSON.stringify(request)}\n`)
    for (const array of arrays) child.stdin.write(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    return answer()
  }
  const { version } = await answer()
  return {
    version,
    build({ network, spec }, parameters, { x, y }, rate) {
      const { outputs = 1 } = spec
      const shapes = { parameters: parameters.map(({ shape }) => shape), x: [x.length / spec.inputs, spec.inputs] }
      const targets = network.loss === 'mse' ? [y.length / outputs, outputs] : [y.length]
      const values = parameters.map(({ values }) => values)
      return ask({ kind: 'build', ...network, ...shapes, y: targets, rate }, ...values, x, y)
    },
    losses: async steps => (await ask({ kind: 'losses', steps })).losses,
    timed: ms => ask({ kind: 'time', ms }),
    close: () => child.stdin.end(),
  }
}
