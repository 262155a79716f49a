/**
 * Functions as sections, ready to be drawn. GELU's scalar comes with the page, since it is what one sees first; the lowering that makes all
 * others, and those of one's own, follows while it is looked at. Both give the same bits.
 */
import type { Section } from '@xphi/lab/curve'
import { gelu } from 'xphi'
import type { Activation } from 'xphi/formula'
import { isBuiltIn } from '../state/functions.ts'

const first: Section = { name: gelu.name, value: gelu, slope: gelu.derivative }

class Sections {
  failed = $state(false)
  #make = $state.raw<((a: Activation) => Section) | undefined>()
  readonly #made = new WeakMap<Activation, Section>()

  async load(): Promise<void> {
    try {
      this.#make = (await import('./section.ts')).section
    } catch {
      this.failed = true
    }
  }

  get loaded(): boolean {
    return this.#make !== undefined
  }

  /** Nothing while it is not loaded. */
  of(a: Activation): Section | undefined {
    if (a.name === 'gelu' && isBuiltIn(a)) return first
    const make = this.#make
    if (make === undefined) return undefined
    let section = this.#made.get(a)
    if (!section) {
      section = make(a)
      this.#made.set(a, section)
    }
    return section
  }
}

export const sections = new Sections()
