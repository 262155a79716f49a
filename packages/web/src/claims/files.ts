import { addresses } from 'virtual:claims'
import { json } from '../engine/json.ts'
import type { Language } from '../i18n/languages.ts'
import type { ShownClaim, ShownFigure } from './types.ts'

export const claimTexts = (language: Language): Promise<readonly ShownClaim[]> => json(addresses[language])

export async function figuresOf(id: number): Promise<readonly ShownFigure[]> {
  const all = await json<Readonly<Record<number, readonly ShownFigure[]>>>(addresses.figures)
  return all[id] ?? []
}
