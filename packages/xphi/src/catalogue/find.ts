/** Definitions by name. What is read of an activation, most of the catalogue's bytes, is not loaded for them. */
import { definitions } from './definitions.ts'
import type { Definition } from './entry.ts'

const normalise = (name: string): string => name.toLowerCase().replaceAll('-', '_')

// A Map, not an object: '__proto__' and 'constructor' are not activations.
const byName = new Map(definitions.flatMap(d => [d.name, ...d.aliases].map(name => [name, d] as const)))

/** The definition of that name or alias, whatever its case, with '-' and '_' alike; undefined where there is none. */
export const findDefinition = (name: string): Definition | undefined => byName.get(normalise(name))

export { definitions }
