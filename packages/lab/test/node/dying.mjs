// A worker that dies in its own way for seeds 2 and 3, and is the real one otherwise.
import { parentPort } from 'node:worker_threads'
import '../../dist/node/worker.js'

parentPort.on('message', ({ spec }) => {
  if (spec?.seed === 2) process.exit(9)
  if (spec?.seed === 3) throw new Error('out of luck')
})
