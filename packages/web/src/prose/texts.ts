/** All that is read, in every language, as the build writes it. */
import { catalogue } from 'xphi/catalogue'
import type { Language } from '../i18n/languages.ts'
import { chinese as chineseChapters } from '../story/chinese.ts'
import { english as englishChapters } from '../story/english.ts'
import { chinese } from './chinese.ts'
import { chinese as meanings } from './parameters.ts'
import type { Prose, Texts } from './types.ts'

const english = Object.fromEntries(
  catalogue.map(({ name, usedBy, history, corrections, sources, parameters }): [string, Prose] => {
    const meanings = Object.fromEntries(parameters.map(p => [p.name, p.meaning]))
    return [name, { usedBy, history, corrections, sources, meanings }]
  }),
)

export const texts: Readonly<Record<Language, Texts>> = {
  en: { functions: english, chapters: englishChapters },
  'zh-CN': {
    // Sources are cited as they are.
    functions: Object.fromEntries(
      Object.entries(english).map(([name, prose]) => [name, { ...prose, ...chinese[name], meanings: meanings[name] ?? {} }]),
    ),
    chapters: chineseChapters,
  },
}
