/** The story in the reader's language, loaded when it is read. */
import type { Language } from '../i18n/languages.ts'
import type { StoryWords } from './english.ts'

export const loadStory: Readonly<Record<Language, () => Promise<StoryWords>>> = {
  en: async () => (await import('./english.ts')).english,
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
}
