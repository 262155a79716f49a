import type { Arena } from './arena.ts'

/** A buffer whose address holds once `Scratch.allocate` has run. */
export interface Place {
  address: number
}

/** Buffers by name, shared by all who ask for the same one, as large as the largest request: their content outlives no single pass. */
export class Scratch {
  readonly #places = new Map<string, { readonly place: Place; floats: number }>()

  floats(name: string, count: number): Place {
    const known = this.#places.get(name)
    if (known === undefined) {
      const place = { address: 0 }
      this.#places.set(name, { place, floats: count })
      return place
    }
    known.floats = Math.max(known.floats, count)
    return known.place
  }

  allocate(arena: Arena): void {
    for (const { place, floats } of this.#places.values()) place.address = arena.floats(floats)
  }
}
