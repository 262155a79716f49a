/** A height as a tone: two octaves from the lowest to the highest, for ears in place of eyes. */

const lowest = 220
const octaves = 2
const loud = 0.12
/** A tone dies away so long after the cursor came to rest. */
const fadeSeconds = 0.35

/** In hertz, of a share of the window's height. */
export const pitchOf = (share: number): number => lowest * 2 ** (octaves * Math.min(1, Math.max(0, share)))

export class Tone {
  readonly #context = new AudioContext()
  readonly #oscillator = this.#context.createOscillator()
  readonly #gain = this.#context.createGain()

  constructor() {
    this.#gain.gain.value = 0
    this.#oscillator.connect(this.#gain).connect(this.#context.destination)
    this.#oscillator.start()
  }

  /** Silence where there is no height. */
  play(share: number): void {
    if (!Number.isFinite(share)) return
    const { currentTime } = this.#context
    this.#oscillator.frequency.setTargetAtTime(pitchOf(share), currentTime, 0.015)
    this.#gain.gain.cancelScheduledValues(currentTime)
    this.#gain.gain.setTargetAtTime(loud, currentTime, 0.01)
    this.#gain.gain.setTargetAtTime(0, currentTime + 0.1, fadeSeconds / 3)
  }

  close(): void {
    void this.#context.close()
  }
}
