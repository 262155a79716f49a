/** The language that the lab speaks: the reader's choice, else the browser's. */
import { kept } from '../state/kept.ts'
import { english, type Messages } from './english.ts'
import { isLanguage, type Language, preferred } from './languages.ts'

/** English comes with the page; another language is loaded when it is chosen. */
const load: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => english,
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
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
