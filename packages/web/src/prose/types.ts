/** What is read, not computed with. */
import type { Entry } from 'xphi/catalogue'
import type { ChapterId, ChapterWords } from '../story/chapters.ts'

export type Prose = Pick<Entry, 'usedBy' | 'history' | 'corrections' | 'sources'>

export interface Texts {
  /** By name. */
  readonly functions: Readonly<Record<string, Prose>>
  readonly chapters: Readonly<Record<ChapterId, ChapterWords>>
}
