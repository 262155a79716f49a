import { jsonFiles } from './json.plugin.ts'
import { translations } from './src/i18n/parts.ts'

/** What the lab says in other languages than English. */
export const words = jsonFiles('virtual:words', 'words', () => translations)
