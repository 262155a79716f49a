/** The language that the lab speaks: the reader's choice, else the browser's. */
import { kept } from '../state/kept.ts'
import { english, type Messages } from './english.ts'

/** Each language's own name. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const
export type Language = keyof typeof languages

/** English comes with the page; another language is loaded when it is chosen. */
const load: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => english,
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
}

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
  language = $state<Language>('en')
  t = $state.raw<Messages>(english)

  /** Speaks the reader's language, in time for the first view. */
  async start(): Promise<void> {
    const known = stored.read()
    await this.#speak(isLanguage(known) ? known : preferred(navigator.languages))
  }

  async choose(language: Language): Promise<void> {
    stored.write(language)
    await this.#speak(language)
  }

  /** English where a language cannot be loaded. */
  async #speak(language: Language): Promise<void> {
    try {
      this.t = await load[language]()
      this.language = language
    } catch {
      this.t = english
      this.language = 'en'
    }
  }
}

export const i18n = new I18n()
