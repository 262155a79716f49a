/** SVG text: what every figure is written with. */
import type { Box, Pixel } from './geometry.ts'
import { tickText } from './ticks.ts'

export interface Picture {
  readonly width: number
  readonly height: number
}

// Control characters, which XML forbids, halves of surrogate pairs, and marks that reorder the text around them (Unicode's Bidi_Control).
const unsafe = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const shown = (character: string): string => `\u27e8U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}\u27e9`

/** Text as content of an XML or HTML element, or in a double-quoted attribute. Characters that are unsafe in any text are shown by their number. */
export const escaped = (text: string): string => text.replace(unsafe, shown).replace(/[&<>"]/g, c => entities[c])

/** A coordinate to 1/100 of a pixel. */
export const short = (v: number): string => String(Number(v.toFixed(2)))

/** A tick's label with a real minus sign. */
export const signed = (v: number): string => tickText(v).replace('-', '\u2212')

export const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${short(x)}" y="${short(y)}" ${attributes}>${escaped(content)}</text>`

export const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${colour}"/>`

/** A path along points; `M` starts it. */
export const polyline = (points: readonly Pixel[]): string =>
  points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${short(px)} ${short(py)}`).join('')

/** The attribute of a dash pattern; nothing for a solid line. */
export const dashed = (dash: string): string => (dash === '' ? '' : ` stroke-dasharray="${dash}"`)

export const clip = (id: string, box: Box): string =>
  `<clipPath id="${id}"><rect x="${box.left}" y="${box.top}" width="${box.right - box.left}" height="${box.bottom - box.top}"/></clipPath>`

/** A figure with its accessible name and description. `attributes` are its own, beside size and role. */
export function svg({ width, height }: Picture, attributes: string, title: string, description: string, body: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ${attributes}>`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...body,
    '</svg>',
  ].join('\n')
}
