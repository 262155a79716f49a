import { jsonFiles } from './json.plugin.ts'
import { translations } from './src/i18n/parts.ts'
import { chinese } from './src/i18n/sayings.ts'

/** What the lab says in other languages than English, and what libraries say in it. */
export const words = jsonFiles('virtual:words', 'words', () => ({ ...translations, 'sayings-zh-CN': chinese }))
