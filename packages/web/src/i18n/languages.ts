/** The languages that the lab speaks. */

/** Each language's own name. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const
export type Language = keyof typeof languages

export const isLanguage = (text: string | undefined): text is Language => text !== undefined && Object.hasOwn(languages, text)

/** The first of the reader's languages that the lab speaks, else English. */
export function preferred(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}
