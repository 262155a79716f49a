/** What is read, not computed with: of catalogue entries and of the story. A file for each language, fetched when it is wanted. */
import { addresses } from 'virtual:prose'
import type { Language } from '../i18n/languages.ts'
import type { Texts } from './types.ts'

const fetched = new Map<Language, Promise<Texts>>()

/** Fails where there is no network and nothing is kept; the next call tries again. */
export function textsOf(language: Language): Promise<Texts> {
  const known = fetched.get(language)
  if (known) return known
  const texts = fetch(addresses[language]).then(response => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    return response.json() as Promise<Texts>
  })
  fetched.set(language, texts)
  texts.catch(() => fetched.delete(language))
  return texts
}
