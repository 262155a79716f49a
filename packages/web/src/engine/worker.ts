/** Trains one network on two donuts, to be watched. A new start ends the one before. */
import { generators, liveTrial, type LiveTrial } from '@xphi/lab'
import type { Reply, Request, Start } from './messages.ts'
import { frameMs, stepsDue, Watch } from './pace.ts'

const side = 48
const rate = 0.01
/** Steps between two looks at the test rows: fixed, so that the step of separation depends on no clock. */
const between = 10
const separatedAt = 99
const drawnPoints = 400

const data = generators.get('donuts')!({ seed: 1 })
const recipe = { ...data.suggested!, optimiser: 'adam', trainable: 'channel' } as const
let run = 0
let paused = false

const say = (reply: Reply, transfer: Transferable[] = []) => postMessage(reply, { transfer })
const rest = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  if (request.kind === 'pause') paused = request.paused
  else {
    paused = false
    const mine = ++run
    train(request, () => mine === run).catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      if (mine === run) say({ kind: 'failed', diverged: name === 'DivergenceError', message })
    })
  }
})

async function train({ activation, seed, paced }: Start, current: () => boolean): Promise<void> {
  const points = Float32Array.from({ length: 3 * drawnPoints }, (_, i) => {
    const row = Math.floor(i / 3)
    return i % 3 === 2 ? data.y[row] : data.x[2 * row + (i % 3)]
  })
  say({ kind: 'began', points })
  const live = await liveTrial(data, { activation, seed, rate, recipe, measure: 'test' })
  const watch = new Watch(performance.now())
  let accuracy = live.measure().metric
  let separated: number | undefined
  const show = () => say(...frame(live, accuracy, separated))
  show()
  while (live.step < live.steps) {
    await rest(paced ? frameMs : 0)
    if (!current()) return
    if (paced && paused) {
      watch.tick(performance.now(), true)
      continue
    }
    const due = paced ? stepsDue(watch.tick(performance.now(), false), live.steps) : live.steps
    const before = live.step
    while (live.step < due) {
      live.advance(between)
      accuracy = live.measure().metric
      if (separated === undefined && accuracy >= separatedAt) separated = live.step
    }
    if (live.step > before) show()
  }
  say({ kind: 'ended' })
}

function frame(live: LiveTrial, accuracy: number, separated: number | undefined): [Reply, Transferable[]] {
  const { from, to, outputs, values } = live.boundary(side)
  const probabilities = Float32Array.from({ length: side * side }, (_, i) => values[i * outputs + 1])
  const { step, steps } = live
  return [
    { kind: 'frame', step, steps, accuracy, ...(separated === undefined ? {} : { separated }), side, from, to, probabilities },
    [probabilities.buffer],
  ]
}
