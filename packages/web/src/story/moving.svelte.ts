/** A number that swings to and fro until it is taken by hand. */
import { media } from '../state/media.svelte.ts'

const periodMs = 9000
/** No more often than this: a curve may have to be made for each. */
const frameMs = 60

export class Moving {
  value = $state(0)
  #from: number
  #to: number
  #frame = 0

  constructor(from: number, to: number, start: number) {
    this.#from = from
    this.#to = to
    this.value = start
  }

  /** Swings from where it stands, unless motion is unwanted; gives what stops it. */
  swing(): () => void {
    if (media.stillness) return () => {}
    const middle = (this.#from + this.#to) / 2
    const half = (this.#to - this.#from) / 2
    const phase = Math.asin(Math.min(1, Math.max(-1, (this.value - middle) / half)))
    const began = performance.now()
    let last = 0
    const move = (now: number) => {
      if (now - last >= frameMs) {
        last = now
        this.value = middle + half * Math.sin(phase + (2 * Math.PI * (now - began)) / periodMs)
      }
      this.#frame = requestAnimationFrame(move)
    }
    this.#frame = requestAnimationFrame(move)
    return () => cancelAnimationFrame(this.#frame)
  }

  take(value: number): void {
    cancelAnimationFrame(this.#frame)
    this.value = value
  }
}
