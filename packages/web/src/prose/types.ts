/** What is read, not computed with. */
import type { Entry } from 'xphi/catalogue'
import type { ChapterId, ChapterWords } from '../story/chapters.ts'

export interface Prose extends Pick<Entry, 'usedBy' | 'history' | 'corrections' | 'sources'> {
  /** What each parameter means, by its name. */
  readonly meanings: Readonly<Record<string, string>>
}

export interface Texts {
  /** By name. */
  readonly functions: Readonly<Record<string, Prose>>
  readonly chapters: Readonly<Record<ChapterId, ChapterWords>>
}
