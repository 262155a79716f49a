import { addresses } from 'virtual:claims'
import { json } from '../engine/json.ts'
import type { ShownClaim, ShownFigure } from './types.ts'

export const claimTexts = (): Promise<readonly ShownClaim[]> => json(addresses.texts)

export async function figuresOf(id: number): Promise<readonly ShownFigure[]> {
  const all = await json<Readonly<Record<number, readonly ShownFigure[]>>>(addresses.figures)
  return all[id] ?? []
}
