/** What of a catalogue entry is read, not computed with: it is loaded when it is wanted. */
import type { Entry } from 'xphi/catalogue'

export type Prose = Pick<Entry, 'usedBy' | 'history' | 'corrections' | 'sources'>

/** Of a name of the catalogue, in English. */
export async function proseOf(name: string): Promise<Prose> {
  const { prose } = await import('virtual:prose')
  return prose[name]
}
