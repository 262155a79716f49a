/** A worker thread: it gets the data set once, in shared memory, and answers one request after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { perceptronAccuracy } from '../compare/perceptron.ts'
import { runTrial } from '../compare/trial.ts'
import type { DataSet } from '../data/dataset.ts'
import type { Reply, Request } from './messages.ts'

const port = parentPort!
const data = workerData as DataSet
const reply = (message: Reply) => port.postMessage(message)

const answer = async (request: Request) =>
  request.kind === 'trial'
    ? runTrial(data, request.spec, progress => reply({ kind: 'progress', progress }))
    : perceptronAccuracy(data, request.seed)

port.on('message', (request: Request) => {
  answer(request).then(
    result => reply({ kind: 'done', result }),
    (error: unknown) => reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
