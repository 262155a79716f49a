/** Progress for people: one redrawn line on a terminal; elsewhere a plain line when the first network is trained, and now and then. */
import type { Terminal } from '../output.ts'

export interface State {
  /** Networks trained (those in training counted by the share of their steps), or seeds of claims. */
  readonly done: number
  readonly planned: number
  /** NaN where nobody knows yet. */
  readonly etaSeconds: number
  /** What is being done just now: `gelu, seed 2, loss 0.031`. */
  readonly doing: string
}

export interface Progress {
  readonly update: (state: State) => void
  /** Leaves the line empty for what comes next. */
  readonly clear: () => void
}

export interface ProgressStream extends Terminal {
  write(text: string): unknown
}

const redrawMs = 80
const lineMs = 10_000
const settleMs = 1000
const barWidth = 24

export const silent: Progress = { update: () => undefined, clear: () => undefined }

/** A duration in the unit that people would choose. */
export function durationText(duration: number): string {
  const seconds = Math.ceil(duration)
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `animate`: the stream is a terminal that can redraw a line. `now` in milliseconds; `deed` is what is done to what `done` counts. */
export function progressOn(
  stream: ProgressStream,
  animate: boolean,
  now: () => number = () => performance.now(),
  deed: 'trained' | 'run' = 'trained',
): Progress {
  const start = now()
  let last = -Infinity
  const left = ({ etaSeconds }: State): string =>
    // The start of the workers would count for all of the work.
    Number.isFinite(etaSeconds) && now() - start >= settleMs ? `${durationText(etaSeconds)} left` : ''
  const parts = (...texts: readonly string[]): string => texts.filter(text => text !== '').join('  ')
  if (!animate)
    return {
      update: state => {
        if (state.done <= 1 || now() - last < lineMs) return
        last = now()
        stream.write(`${parts(`${Math.floor(state.done)} of ${state.planned} ${deed}`, left(state), state.doing)}\n`)
      },
      clear: () => undefined,
    }
  let drawn = false
  return {
    update: state => {
      if (now() - last < redrawMs) return
      last = now()
      drawn = true
      const filled = Math.round((barWidth * state.done) / state.planned)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      const line = parts(bar, `${Math.floor(state.done)}/${state.planned}`, left(state), state.doing)
      // A line that fills the last column would wrap, and then not be redrawn in place.
      stream.write(`\r${line.slice(0, (stream.columns || 80) - 1)}\u001b[K`)
    },
    clear: () => {
      if (drawn) stream.write('\r\u001b[K')
      drawn = false
    },
  }
}
