/** Verdicts as marks, each with a shape of its own: a dot holds, a cross fails, a ring is undecided; a square frames a surprise. */
import { type Colours, short, text } from '@xphi/lab/chart'
import type { ShownClaim, ShownPart } from '../claims/types.ts'
import { sheet } from './sheet.ts'

export const markSize = 18
const [rowHeight, width] = [24, 640]
const middle = markSize / 2

function mark({ verdict, surprise }: ShownPart, x: number, y: number, colours: Colours): string {
  const [cx, cy] = [x + middle, y + middle]
  const shape =
    verdict === 'holds'
      ? `<circle cx="${short(cx)}" cy="${short(cy)}" r="4.5" fill="${colours.series[0]}"/>`
      : verdict === 'fails'
        ? `<path d="M${short(cx - 4)} ${short(cy - 4)}l8 8m0 -8l-8 8" stroke="${colours.series[1]}" stroke-width="2.5"/>`
        : `<circle cx="${short(cx)}" cy="${short(cy)}" r="4" fill="none" stroke="${colours.muted}" stroke-width="2"/>`
  const frame = surprise
    ? `<rect x="${short(x + 1)}" y="${short(y + 1)}" width="${markSize - 2}" height="${markSize - 2}" fill="none" stroke="${colours.series[3]}" stroke-width="1.5"/>`
    : ''
  return shape + frame
}

/** The marks of a claim's parts, in a row. */
export const marks = (parts: readonly ShownPart[], colours: Colours, x = 0, y = 0): string =>
  parts.map((part, i) => mark(part, x + i * markSize, y, colours)).join('')

/** All claims with their marks. */
export function drawVerdicts(claims: readonly ShownClaim[], title: string, description: string, colours: Colours): string {
  const height = claims.length * rowHeight + 16
  const start = width - 16 - markSize * Math.max(1, ...claims.map(({ parts }) => parts.length))
  const body = claims.flatMap((claim, i) => {
    const y = 8 + i * rowHeight
    return [
      text(30, y + 16, String(claim.id), `fill="${colours.muted}" text-anchor="end"`),
      text(40, y + 16, claim.title, `fill="${colours.ink}"`),
      marks(claim.parts, colours, start, y + 3),
    ]
  })
  return sheet({ width, height }, title, description, colours, body)
}
