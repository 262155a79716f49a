/** A hash of floats, bit by bit: equal for equal results on every engine. A change of one bit of one number changes it. */

// The mixing steps of MurmurHash3 (Austin Appleby, public domain), two lanes of 32 bits with different multipliers.
const multipliers = [0xcc9e2d51, 0x1b873593, 0x85ebca6b, 0xc2b2ae35] as const

const mixed = (state: number, word: number, first: number, second: number): number => {
  let k = Math.imul(word, first)
  k = (k << 15) | (k >>> 17)
  const h = state ^ Math.imul(k, second)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

const finished = (state: number): number => {
  let h = state ^ (state >>> 16)
  h = Math.imul(h, multipliers[2])
  h ^= h >>> 13
  h = Math.imul(h, multipliers[3])
  return (h ^ (h >>> 16)) >>> 0
}

export class Hash {
  #a = 0x2f0b4a27
  #b = 0x5bd1e995

  /** Every NaN counts as the same one: engines may choose its sign and payload (WebAssembly core specification, 4.3.3). */
  add(values: Float32Array | Float64Array): this {
    const words = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4)
    const wide = values instanceof Float64Array
    let [a, b] = [this.#a, this.#b]
    for (let i = 0; i < words.length; i++) {
      const at = wide ? i >> 1 : i
      const word = values[at] === values[at] ? words[i] : 0x7fc00000
      a = mixed(a, word, multipliers[0], multipliers[1])
      b = mixed(b, word, multipliers[2], multipliers[3])
    }
    ;[this.#a, this.#b] = [a, b]
    return this
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    return [finished(this.#a), finished(this.#b)].map(h => h.toString(16).padStart(8, '0')).join('')
  }
}
