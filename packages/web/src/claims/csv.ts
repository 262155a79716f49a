import type { ShownClaim } from './types.ts'

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Every finding of some claims. */
export const claimsCsv = (claims: readonly ShownClaim[]): string =>
  `${[
    'claim,title,part,expected,part verdict,surprise,measured,bound,value,verdict',
    ...claims.flatMap(({ id, title, parts }) =>
      parts.flatMap(part =>
        part.findings.map(({ measure, bound, value, verdict }) =>
          [String(id), title, part.statement, part.expected, part.verdict, String(part.surprise), measure, bound, value, verdict]
            .map(cell)
            .join(','),
        ),
      ),
    ),
  ].join('\n')}\n`
