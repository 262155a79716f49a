/** The other side of a `Runner`: trains what it is told to, and reads tables. A new start ends the one before. */
import { type DataSet, generators, type DepthPoint, liveDepth } from '@xphi/lab'
import { Ensemble } from './ensemble.ts'
import type { Deepen, Frame, Reply, Request, Start } from './messages.ts'
import { frameMs, stepsDue, Watch } from './pace.ts'
import { readTable } from './reading.ts'

const side = 48
const drawnPoints = 400
/** Between two frames of what is not paced. */
const reportMs = 1000
const depthOptimiser = { kind: 'adam', rate: 1e-3 } as const

const made = new Map<string, DataSet>()
let run = 0
let paused = false
let answers: Promise<typeof import('./answers.ts')> | undefined
/** Single steps that are asked for. */
let wanted = 0

const say = (reply: Reply, transfer: Transferable[] = []) => postMessage(reply, { transfer })
const rest = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  if (request.kind === 'pause') paused = request.paused
  else if (request.kind === 'step') wanted++
  else if (request.kind === 'read') void readTable(request, say)
  else if (request.kind === 'ask') {
    // One promise for all questions, so that they are heard in the order in which they were asked.
    answers ??= import('./answers.ts')
    void answers.then(({ answer }) => answer(request, told => postMessage(told)))
  } else {
    paused = false
    wanted = 0
    const mine = ++run
    const current = () => mine === run
    const training = request.kind === 'start' ? train(request, current) : deepen(request, current)
    training.catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      if (current()) say({ kind: 'failed', diverged: name === 'DivergenceError', message })
    })
  }
})

function dataOf(given: string | DataSet): DataSet {
  if (typeof given !== 'string') return given
  const known = made.get(given)
  if (known) return known
  const generate = generators.get(given)
  if (generate === undefined) throw new RangeError(`there is no data set '${given}'`)
  const data = generate({ seed: 1 })
  made.set(given, data)
  return data
}

/** What is trained: `advance` takes steps, at most so many; `show` tells the page what is new. */
interface Course {
  readonly step: number
  readonly steps: number
  readonly done: boolean
  /** Where a pause can end a row of steps. */
  readonly stride: number
  advance(count: number): void
  show(): void
}

async function train({ activation, seeds, task, paced }: Start, current: () => boolean): Promise<void> {
  const data = dataOf(task.data)
  const ensemble = await Ensemble.of(data, activation, seeds, task)
  if (!current()) return
  const testRows = data.testFrom === undefined ? Math.round(data.rows / 5) : data.rows - data.testFrom
  say({ kind: 'began', points: pointsOf(data), recipe: ensemble.recipe, task: data.task, testRows, rows: data.rows })
  let told = 0
  const converged = () => task.stop === 'converged' && ensemble.converged
  const course: Course = {
    get step() {
      return ensemble.step
    },
    steps: ensemble.steps,
    get done() {
      return ensemble.step >= ensemble.steps || converged()
    },
    stride: ensemble.between,
    advance: count => ensemble.advance(count),
    show() {
      const points = ensemble.points.slice(told)
      told = ensemble.points.length
      const { step, steps, separated, diverged } = ensemble
      const plane = ensemble.plane(side)
      const frame: Frame = {
        kind: 'frame',
        step,
        steps,
        now: ensemble.now(),
        points,
        diverged,
        ...(separated === undefined ? {} : { separated }),
        ...(plane && { plane }),
      }
      say(frame, plane ? [plane.values.buffer] : [])
    },
  }
  if (await follow(course, paced, current)) say({ kind: 'ended', converged: converged() })
}

async function deepen({ spec, steps, paced }: Deepen, current: () => boolean): Promise<void> {
  const live = await liveDepth(spec)
  let step = 0
  let points: DepthPoint[] = []
  const course: Course = {
    get step() {
      return step
    },
    steps,
    get done() {
      return step >= steps
    },
    stride: 1,
    advance() {
      points.push(live.step(depthOptimiser))
      step++
    },
    show() {
      const norms = Float64Array.from(points.flatMap(p => p.norms))
      const losses = Float64Array.from(points, p => p.loss)
      points = []
      say({ kind: 'norms', norms, losses }, [norms.buffer, losses.buffer])
    },
  }
  if (await follow(course, paced, current)) say({ kind: 'ended', converged: false })
}

/** Trains to the end, shown in passing; false where another start came between. What diverges is shown as it was before. */
async function follow(course: Course, paced: boolean, current: () => boolean): Promise<boolean> {
  try {
    return await shownInPassing(course, paced, current)
  } catch (error) {
    if (current()) course.show()
    throw error
  }
}

/** Between frames it hears what is said to it. */
async function shownInPassing(course: Course, paced: boolean, current: () => boolean): Promise<boolean> {
  const watch = new Watch(performance.now())
  let shown = performance.now()
  course.show()
  while (!course.done) {
    await rest(paced || paused ? frameMs : 0)
    if (!current()) return false
    const now = performance.now()
    const elapsed = watch.tick(now, paused)
    const before = course.step
    if (paused) {
      if (wanted > 0) course.advance(1)
      wanted = Math.max(0, wanted - 1)
    } else {
      const due = paced ? stepsDue(elapsed, course.steps) : course.steps
      while (!course.done && course.step < due && performance.now() < now + frameMs) course.advance(course.stride)
    }
    const late = paced || paused || now - shown >= reportMs
    if (course.step === before || !(late || course.done)) continue
    course.show()
    shown = now
  }
  return true
}

/** Some rows, evenly chosen, of those that a network may learn from. */
function pointsOf({ features, rows, testFrom = rows, x, y }: DataSet): Float32Array<ArrayBuffer> {
  if (features.length !== 2) return new Float32Array(0)
  const count = Math.min(drawnPoints, testFrom)
  return Float32Array.from({ length: 3 * count }, (_, i) => {
    const row = Math.floor((Math.floor(i / 3) * testFrom) / count)
    return i % 3 === 2 ? y[row] : x[2 * row + (i % 3)]
  })
}
