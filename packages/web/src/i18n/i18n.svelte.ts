/** The language that the lab speaks: the reader's choice, else the browser's. */
import { kept } from '../state/kept.ts'
import { chinese } from './chinese.ts'
import { english, type Messages } from './english.ts'

export const languages = { en: english, 'zh-CN': chinese } as const satisfies Readonly<Record<string, Messages>>
export type Language = keyof typeof languages

const isLanguage = (text: string | undefined): text is Language => text !== undefined && Object.hasOwn(languages, text)

/** The first of the reader's languages that the lab speaks, else English. */
export function preferred(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}

const stored = kept('language')

class I18n {
  language = $state<Language>(isLanguage(stored.read()) ? (stored.read() as Language) : preferred(navigator.languages))
  readonly t: Messages = $derived(languages[this.language])

  choose(language: Language): void {
    this.language = language
    stored.write(language)
  }
}

export const i18n = new I18n()
