/** The pace of a training that is watched. */

/** How long a whole training takes to watch. */
export const durationMs = 4000
/** A frame lasts at least this long, so that painting never starves training nor the page. */
export const frameMs = 45
/** A gap longer than this (a hidden tab, a busy machine) does not count as time that was watched. */
const longestGapMs = 150

/** Steps that are due after a time: slowly at first, where most happens. */
export const stepsDue = (elapsedMs: number, steps: number): number => Math.ceil(steps * Math.min(1, elapsedMs / durationMs) ** 2)

/** Time that was watched: runs with the wall clock, stands while paused, and skips gaps. */
export class Watch {
  #elapsed = 0
  #last: number

  constructor(now: number) {
    this.#last = now
  }

  tick(now: number, paused: boolean): number {
    if (!paused) this.#elapsed += Math.min(now - this.#last, longestGapMs)
    this.#last = now
    return this.#elapsed
  }
}
