/** The language that the lab speaks: the reader's choice, else the browser's. */
import { addresses } from 'virtual:words'
import { json } from '../engine/json.ts'
import { kept } from '../state/kept.ts'
import { english } from './english.ts'
import { isLanguage, type Language, preferred } from './languages.ts'
import type { Part, parts, Translation } from './parts.ts'
import { type Sayings, said } from './said.ts'
import { spoken } from './translation.ts'

const stored = kept('language')

class I18n {
  language = $state<Language>('en')
  #translation = $state.raw<Translation>()
  #sayings = $state.raw<Sayings>()
  readonly t = $derived(this.words('lab', english))

  /** What a part of the lab says; in English it comes with the part. */
  words<P extends Part>(part: P, inEnglish: (typeof parts)[P]['english']): (typeof parts)[P]['english'] {
    return this.#translation === undefined ? inEnglish : spoken(inEnglish, this.#translation[part])
  }

  /** What a library says in English: an error's message, a note on a table. */
  said(text: string): string {
    return this.language === 'en' || this.#sayings === undefined ? text : said(text, this.#sayings)
  }

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
    const translation = language === 'en' ? undefined : await json<Translation>(addresses[language]).catch(() => undefined)
    this.#translation = translation
    if (translation === undefined || language === 'en') this.language = 'en'
    else {
      this.language = language
      // Errors are rare: the first view does not wait for their words, and they are English where these cannot be loaded.
      void json<Sayings>(addresses[`sayings-${language}`]).then(
        sayings => {
          this.#sayings = sayings
        },
        () => {},
      )
    }
  }
}

export const i18n = new I18n()
