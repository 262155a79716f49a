import { firstNot, isCount, type Memory } from './memory.ts'

/**
 * A seeded source of random numbers, the same on every machine: xoshiro128** (Blackman and Vigna, "Scrambled Linear Pseudorandom
 * Number Generators", ACM TOMS 2021), seeded through splitmix32. Integer and IEEE-exact steps only.
 */
export class Random {
  readonly #state = new Uint32Array(4)

  /** `stream` gives independent sequences of one seed: weights, shuffles, noise. Both are integers, taken modulo 2^32. */
  constructor(seed: number, stream = 0) {
    let mixed = (Math.imul(stream, 0x85ebca6b) ^ seed) >>> 0
    for (let i = 0; i < 4; i++) {
      mixed = (mixed + 0x9e3779b9) >>> 0
      let z = mixed
      z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
      this.#state[i] = z ^ (z >>> 15)
    }
    if (this.#state.every(word => word === 0)) this.#state[0] = 1
  }

  /** The four words from which all that follows comes: a source that is given them goes on as this one does. */
  memory(name: string): Memory {
    return {
      name,
      shape: [4],
      read: () => Float64Array.from(this.#state),
      fault: words => (Array.from(words).every(word => word === 0) ? 0 : firstNot(word => isCount(word) && word < 2 ** 32)(words)),
      write: words => this.#state.set(words),
    }
  }

  /** An integer in [0, 2^32). */
  word(): number {
    const s = this.#state
    const product = Math.imul(s[1], 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = s[1] << 9
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= shifted
    s[3] = (s[3] << 11) | (s[3] >>> 21)
    return result
  }

  /** A multiple of 2^-53 in [0, 1). */
  uniform(): number {
    const high = this.word() >>> 5
    return (high * 2 ** 26 + (this.word() >>> 6)) * 2 ** -53
  }

  /** An integer in [0, count), without bias. */
  below(count: number): number {
    const limit = 2 ** 32 - (2 ** 32 % count)
    for (;;) {
      const word = this.word()
      if (word < limit) return word % count
    }
  }

  /**
   * A standard normal number by Karney's algorithm N ("Sampling exactly from the normal distribution", ACM TOMS 2016), which compares
   * uniform numbers and needs no exp or log.
   */
  normal(): number {
    for (;;) {
      let k = 0
      while (this.bernoulliExp(0.5)) k++
      let accepted = true
      for (let i = 0; accepted && i < k * (k - 1); i++) accepted = this.bernoulliExp(0.5)
      if (!accepted) continue
      const x = this.uniform()
      for (let i = 0; accepted && i <= k; i++) accepted = this.bernoulliExp((x * (2 * k + x)) / (2 * k + 2))
      if (accepted) return this.word() % 2 === 0 ? k + x : -(k + x)
    }
  }

  /** True with probability exp(-p), p >= 0, without exp: where p is up to 1, the length of a falling run of uniform numbers below p is even
   * (von Neumann); a greater p is a sum of ones and a rest. */
  bernoulliExp(p: number): boolean {
    let rest = p
    for (; rest > 1; rest--) if (!this.bernoulliExp(1)) return false
    return this.#evenRun(rest)
  }

  #evenRun(p: number): boolean {
    let previous = p
    for (let even = true; ; even = !even) {
      const next = this.uniform()
      if (next >= previous) return even
      previous = next
    }
  }

  /** The integers 0 to count - 1 in random order. */
  permutation(count: number): Uint32Array<ArrayBuffer> {
    const order = Uint32Array.from({ length: count }, (_, i) => i)
    this.shuffle(order)
    return order
  }

  /** Puts the numbers in random order, in place (Fisher and Yates). */
  shuffle(order: Uint32Array): void {
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const kept = order[i]
      order[i] = order[j]
      order[j] = kept
    }
  }
}
