/** Data goes to stdout, everything else to stderr. */

export type Json = number | string | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** Writes data, as a line. */
export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Text from files and arguments without what a terminal would obey: control characters other than a line's end become \ufffd. */
export const harmless = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, '\ufffd')

/** Writes a message for people, as a line. */
export const note = (text: string): void => {
  process.stderr.write(`${harmless(text)}\n`)
}

/** A number as shortest text that reads back as the same double; -0 keeps its sign. */
export const numberText = (x: number): string => (Object.is(x, -0) ? '-0' : String(x))

/** `1 seed`, `3 seeds`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

const jsonNumber = (x: number): string => (Number.isFinite(x) ? numberText(x) : `"${x}"`)

const fits = 100

/**
 * JSON text. Unlike JSON.stringify it keeps -0, writes NaN and the infinities as the strings "NaN", "Infinity", "-Infinity", and leaves
 * out undefined members. Arrays of plain values stay on one line.
 */
export function jsonText(value: Json, indent = ''): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'number') return jsonNumber(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const parts = isList
    ? (value as readonly Json[]).map(v => jsonText(v, inner))
    : Object.entries(value)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => `${JSON.stringify(k)}: ${jsonText(v, inner)}`)
  const [open, close] = isList ? '[]' : '{}'
  const plain = isList && (value as readonly Json[]).every(v => typeof v !== 'object' || v === null)
  const line = parts.join(', ')
  if (parts.length === 0 || plain || (isList && line.length < fits && !line.includes('\n'))) return `${open}${line}${close}`
  return `${open}\n${parts.map(p => inner + p).join(',\n')}\n${indent}${close}`
}

/** Columns padded to their widest cell; numbers to the right, text to the left, the last column not padded. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows[0].map((_, c) => rows.reduce((widest, row) => Math.max(widest, row[c].length), 0))
  const cell = (text: string, c: number): string => (right.includes(c) ? text.padStart(widths[c]) : text.padEnd(widths[c]))
  return rows.map(row => row.map(cell).join('  ').trimEnd()).join('\n')
}

/** Breaks text at spaces into lines of at most `width` characters. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
    }
    line += line.length > indent.length ? ` ${word}` : word
  }
  return [...lines, line].join('\n')
}

export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Whether a stream takes colours: a terminal that is not dumb, where neither NO_COLOR (https://no-color.org) nor --no-color forbids. */
export const takesColour = (stream: Terminal, wanted: boolean, env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  wanted && stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'

const codes = { bold: '1', faint: '2', blue: '34', orange: '33', green: '32', purple: '35', red: '31', cyan: '36' } as const
export type Colour = keyof typeof codes
export type Paint = (colour: Colour, text: string) => string

/** Wraps text in ANSI codes, or leaves it alone. */
export const painter =
  (enabled: boolean): Paint =>
  (colour, text) =>
    enabled && text !== '' ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text

/** Columns to fill: the terminal's up to 100, and 80 where there is none. */
export const widthOf = (stream: Terminal): number => Math.min(100, stream.columns || 80)
