import type { TrialSpec } from './types.ts'

export interface CompareProgress {
  /** 'tuning': finding the rates. */
  readonly phase: 'tuning' | 'training'
  /** Trials done, those of tuning included, and those that run by the share of their steps. */
  readonly done: number
  readonly planned: number
  /** The trial that this is news of. */
  readonly activation: string
  readonly seed: number
  /** Its training loss; NaN before the first steps are done. */
  readonly loss: number
  /** By the time that the work done so far took; NaN before any is done. */
  readonly etaSeconds: number
}

/** How much of the trials is done, and how long the rest will take. */
export class Work {
  readonly #planned: number
  readonly #onProgress: (progress: CompareProgress) => void
  readonly #started = performance.now()
  #done = 0

  constructor(planned: number, onProgress: (progress: CompareProgress) => void) {
    this.#planned = planned
    this.#onProgress = onProgress
  }

  /** Returns what tells of a running trial the share done, and its end. */
  start({ activation, seed, measure }: TrialSpec) {
    const phase = measure === 'validation' ? 'tuning' : 'training'
    let [share, loss] = [0, Number.NaN]
    const tell = () => {
      const elapsed = (performance.now() - this.#started) / 1000
      const etaSeconds = this.#done > 0 ? (elapsed * (this.#planned - this.#done)) / this.#done : Number.NaN
      this.#onProgress({ phase, done: this.#done, planned: this.#planned, activation: activation.name, seed, loss, etaSeconds })
    }
    const advance = (to: number) => {
      this.#done += to - share
      share = to
      tell()
    }
    tell()
    return {
      report: (to: number, latest: number): void => {
        loss = latest
        advance(to)
      },
      finish: (): void => advance(1),
    }
  }
}
