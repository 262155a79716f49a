import type { Entry } from './entry.ts'
import { entries } from './list.ts'

export type { Entry, Kind, Kink, Limits, Parameter, Source } from './entry.ts'
export type { Kinds } from './list.ts'

const chapter = (entry: Entry): number => entry.chapter ?? Number.POSITIVE_INFINITY
const later = (a: Entry, b: Entry): number =>
  chapter(a) === chapter(b) ? a.year - b.year || (a.name < b.name ? -1 : 1) : chapter(a) - chapter(b)

/** Every activation function: first the story from the perceptron to Smooth-SwiGLU in its order, then the others by year. */
export const catalogue: readonly Entry[] = [...entries].sort(later)

const normalise = (name: string): string => name.toLowerCase().replaceAll('-', '_')

// A Map, not an object: '__proto__' and 'constructor' are not activations.
const byName = new Map(catalogue.flatMap(entry => [entry.name, ...entry.aliases].map(name => [name, entry] as const)))

/** The entry of that name or alias, whatever its case, with '-' and '_' alike; undefined where there is none. */
export const findEntry = (name: string): Entry | undefined => byName.get(normalise(name))
