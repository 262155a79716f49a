import type { Entry } from './entry.ts'
import { findDefinition } from './find.ts'
import { entries } from './list.ts'

export type { Definition, Domain, Entry, Kind, Kink, Limits, Parameter, Source } from './entry.ts'
export type { Kinds } from './list.ts'

const chapter = (entry: Entry): number => entry.chapter ?? Number.POSITIVE_INFINITY
const later = (a: Entry, b: Entry): number =>
  chapter(a) === chapter(b) ? a.year - b.year || (a.name < b.name ? -1 : 1) : chapter(a) - chapter(b)

/** Every activation function: first the story from the perceptron to Smooth-SwiGLU in its order, then the others by year. */
export const catalogue: readonly Entry[] = [...entries].sort(later)

const byName = new Map(catalogue.map(entry => [entry.name, entry]))

/** The entry of that name or alias, whatever its case, with '-' and '_' alike; undefined where there is none. */
export function findEntry(name: string): Entry | undefined {
  const definition = findDefinition(name)
  return definition && byName.get(definition.name)
}
