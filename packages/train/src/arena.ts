const lineBytes = 64

/** One WebAssembly memory from which arrays are taken in order and never given back. Addresses are in bytes. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
  #top = lineBytes

  /** Room for `count` floats on lines of 64 bytes: vector loops may run over the end of an array into its zero padding. */
  floats(count: number): number {
    return this.bytes(4 * count)
  }

  bytes(size: number): number {
    const address = this.#top
    this.#top += Math.ceil(size / lineBytes) * lineBytes
    const missing = this.#top - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536))
    return address
  }
}
