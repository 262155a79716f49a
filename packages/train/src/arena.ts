import { ModelError } from './errors.ts'

const lineBytes = 64
const pageBytes = 65536

/** One WebAssembly memory from which arrays are taken in order and never given back. Addresses are in bytes. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: 2 ** 32 / pageBytes })
  readonly #tables = new Map<string, number>()
  #top = lineBytes

  /** Room for `count` floats on lines of 64 bytes: vector loops may run over the end of an array into its zero padding. */
  floats(count: number): number {
    return this.bytes(4 * count)
  }

  bytes(size: number): number {
    const address = this.#top
    this.#top += Math.ceil(size / lineBytes) * lineBytes
    if (this.#top > 2 ** 32)
      throw new ModelError(`a model that takes ${(this.#top / 2 ** 30).toFixed(1)} GiB does not fit: use a smaller batch or sequence`)
    const missing = this.#top - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes))
    return address
  }

  /** The address of constant doubles that kernels share by name. */
  table(name: string, values: Float64Array): number {
    let address = this.#tables.get(name)
    if (address === undefined) {
      address = this.bytes(values.byteLength)
      new Float64Array(this.memory.buffer, address, values.length).set(values)
      this.#tables.set(name, address)
    }
    return address
  }
}
