/** Answers questions in a worker. A new question ends the one before. */
import { accuracyTable, reference, typescript, wasm } from '@xphi/lab/accuracy'
import { inAllWays, inNetwork, type LiveNetwork, liveNetwork, normalOutputs, type WayResult, withOutlier } from '@xphi/lab/fp8'
import { bench } from '@xphi/lab/speed'
import { dead } from './dead.ts'
import type { AboutError, AboutFp8, AboutSpeed, Answers, Ask, Fp8Answer, Question, SpeedAnswer, Told } from './questions.ts'

const frameMs = 45
/** Frames of a network that is watched while it learns. */
const frames = 30
/** A turn lasts so many ticks of the clock at least. */
const ticks = 40
const leastTurnMs = 4
const rounds = 11
const errorPoints = 200

let current = 0
const rest = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export async function answer({ id, question }: Ask, say: (told: Told) => void): Promise<void> {
  current = id
  try {
    for await (const value of answersTo(question)) {
      // Hears whether something else is asked by now.
      await rest(0)
      if (current !== id) return
      say({ kind: 'told', id, value })
    }
    say({ kind: 'answered', id })
  } catch (error) {
    if (current === id) say({ kind: 'unanswered', id, message: error instanceof Error ? error.message : String(error) })
  }
}

function answersTo(question: Question): AsyncIterable<Answers[keyof Answers]> {
  if (question.about === 'fp8') return question.source === 'normal' ? normal(question) : network(question)
  if (question.about === 'dead') return dead(question)
  return question.about === 'speed' ? speed(question) : errors(question)
}

const withoutNumbers = <W extends WayResult>({ rounded: _, ...shown }: W) => shown

async function* normal({ activation, format, outlier, seed }: AboutFp8): AsyncGenerator<Fp8Answer> {
  const outputs = withOutlier(await normalOutputs(activation, seed), outlier)
  yield { ways: inAllWays(outputs, format).map(withoutNumbers) }
}

/** The network that was asked about last: it goes on learning when only the outlier or the format changes. */
let kept: { readonly key: string; readonly live: LiveNetwork } | undefined

async function* network({ activation, format, outlier, seed, paced }: AboutFp8): AsyncGenerator<Fp8Answer> {
  const key = JSON.stringify([activation.formula, activation.parameters, seed])
  if (kept?.key !== key) kept = { key, live: await liveNetwork(activation, seed) }
  const { live } = kept
  if (!paced) live.advance(live.steps)
  for (;;) {
    const { accuracy, ways } = inNetwork(live, format, outlier)
    yield { ways: ways.map(withoutNumbers), network: { step: live.step, steps: live.steps, accuracy } }
    if (live.step >= live.steps) return
    live.advance(Math.ceil(live.steps / frames))
    await rest(frameMs)
  }
}

async function* speed({ activations, elements }: AboutSpeed): AsyncGenerator<SpeedAnswer> {
  const resolution = clockResolution()
  yield { kind: 'clock', resolution }
  const turnMs = Math.max(leastTurnMs, ticks * resolution)
  for await (const row of bench(activations, { sizes: [elements], jobs: ['value', 'backward'], rounds, turnMs, peers: [] }))
    yield { kind: 'row', row }
}

/** The least of some steps of the clock, in milliseconds. */
function clockResolution(): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 20; i++) {
    const start = performance.now()
    let now = start
    while (now === start) now = performance.now()
    least = Math.min(least, now - start)
  }
  return least
}

const errors = ({ activation }: AboutError) =>
  accuracyTable([activation], [typescript, wasm('exact')], { points: errorPoints, climbs: 1, seed: 1, oracle: reference })
