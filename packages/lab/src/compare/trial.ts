import { DivergenceError, type Model, Random } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { gather, gatherTargets, type Standardiser } from '../data/standardise.ts'
import { boundaryOf } from './boundary.ts'
import type { Measured } from './measure.ts'
import { layerName, optimiserOf } from './network.ts'
import { RoundingWatch } from './precision.ts'
import { type Prepared, prepare } from './prepare.ts'
import { median } from './statistics.ts'
import type { CurvePoint, Trained, Trial, TrialSpec } from './types.ts'

export interface TrialProgress {
  /** Steps done. */
  readonly step: number
  readonly steps: number
  /** Mean training loss of the last few steps. */
  readonly loss: number
}

/** Called at most 20 times a second; training goes on when its promise is kept. What it throws ends the trial. */
export type OnProgress = (progress: TrialProgress) => void | Promise<void>

const progressMs = 50
/** Points a side of a finished trial's boundary. */
const side = 64
const mostCurvePoints = 200
/** Training rows that the statistics look at. */
const mostStatisticsRows = 2048
const statisticsStream = 0x57a7

/**
 * Trains one network and measures it. Everything but `stepMs` follows from the data and the spec, bit for bit. A run that diverges is a
 * result; throws a DataError for too few rows, a ModelError for a network that cannot be built, and what xphi throws for a formula.
 */
export async function runTrial(data: DataSet, spec: TrialSpec, onProgress?: OnProgress): Promise<Trial> {
  const { activation, seed, recipe } = spec
  const { model, batches, ruler, scaler, train, steps } = await prepare(data, spec)
  const curve: CurvePoint[] = []
  const watch = new RoundingWatch(model, recipe.epochs)
  try {
    const { stepMs, loss, metric } = await trainModel({ model, batches, ruler, steps, watch }, spec, curve, onProgress)
    const { roundings } = watch
    const { deadShare, gradientNorms, parameters } = statisticsOf(model, data, scaler, train, seed)
    return {
      outcome: 'trained',
      spec,
      metric,
      testLoss: loss,
      curve,
      stepMs,
      steps: model.steps,
      deadShare,
      gradientRatio: gradientNorms.first / gradientNorms.last,
      parameters,
      ...(roundings && { roundings }),
      ...(spec.measure === 'validation' ? { errors: ruler.errors(model) } : {}),
      ...(data.features.length === 2 && spec.measure === 'test' ? { boundary: boundaryOf(model, data, scaler, side) } : {}),
    }
  } catch (error) {
    if (!(error instanceof DivergenceError)) throw error
    const { step, layer } = error
    const where = layerName(activation, recipe, layer)
    const message = `diverged at step ${step}: a number in ${where} is not finite; try a lower rate`
    return { outcome: 'diverged', spec, step, layer, where, message, curve }
  }
}

/** Returns the median time of a step and what is measured at the end; fills the curve. */
async function trainModel(
  { model, batches, ruler, steps, watch }: Pick<Prepared, 'model' | 'batches' | 'ruler' | 'steps'> & { readonly watch: RoundingWatch },
  { rate, recipe: { epochs, optimiser: kind } }: TrialSpec,
  curve: CurvePoint[],
  onProgress: OnProgress | undefined,
): Promise<Measured & Pick<Trained, 'stepMs'>> {
  const optimiser = optimiserOf(kind, rate, steps)
  const times = new Float64Array(epochs * batches.blocks.length)
  const between = Math.ceil(epochs / mostCurvePoints)
  let [timed, reported] = [0, performance.now()]
  let measured: Measured = { loss: Number.NaN, metric: Number.NaN }
  for (let epoch = 1; epoch <= epochs; epoch++) {
    batches.shuffle()
    let epochLoss = 0
    const watched = watch.looksAt(epoch) ? batches.last : undefined
    for (const block of batches.blocks) {
      batches.fetch(block)
      let blockLoss = 0
      const start = performance.now()
      for (let i = 0; i < block.batches.length; i++) {
        const batch = block.batches[i]
        blockLoss += batch === watched ? watch.step(batch, optimiser, epoch) : model.step(batch.x, batch.y, optimiser)
      }
      const now = performance.now()
      times[timed++] = (now - start) / block.batches.length
      epochLoss += blockLoss
      if (onProgress !== undefined && now - reported >= progressMs) {
        reported = now
        await onProgress({ step: model.steps, steps, loss: blockLoss / block.batches.length })
      }
    }
    if (epoch % between !== 0 && epoch !== epochs) continue
    measured = ruler.measure(model)
    if (!Number.isFinite(measured.loss))
      throw new DivergenceError(model.steps, model.spec.layers.length - 1, 'the loss on the rows that are measured is not finite')
    curve.push({ epoch, trainLoss: epochLoss / batches.steps, metric: measured.metric })
  }
  return { ...measured, stepMs: median(times) }
}

/** On training rows in an order of their own, since files are often sorted by class; the same rows for every activation. */
function statisticsOf(model: Model, data: DataSet, scaler: Standardiser, train: Uint32Array, seed: number) {
  const order = train.slice()
  new Random(seed, statisticsStream).shuffle(order)
  const rows = order.subarray(0, mostStatisticsRows)
  const x = new Float32Array(rows.length * data.features.length)
  const y = new Float32Array(rows.length)
  gather(data, scaler, rows, x)
  gatherTargets(data, scaler, rows, y)
  return model.statistics(x, y)
}
