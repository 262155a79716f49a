/** What all figures of the lab have: letters, and paper under them, so that a file reads anywhere. */
import { type Colours, type Picture, svg } from '@xphi/lab/chart'

export const fontSize = 13
/** About the width of a letter. */
export const letter = 0.56 * fontSize

export function sheet(picture: Picture, title: string, description: string, { paper }: Colours, body: readonly string[]): string {
  const font = `font-family="Inter, 'DejaVu Sans', sans-serif" font-size="${fontSize}"`
  return `${svg(picture, font, title, description, [`<rect width="100%" height="100%" fill="${paper}"/>`, ...body])}\n`
}
