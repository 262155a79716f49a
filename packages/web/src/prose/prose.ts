/** What is read, not computed with: of catalogue entries and of the story. A file for each language. */
import { addresses } from 'virtual:prose'
import { json } from '../engine/json.ts'
import type { Language } from '../i18n/languages.ts'
import type { Texts } from './types.ts'

export const textsOf = (language: Language): Promise<Texts> => json(addresses[language])
