/** Numbers from the command line, read strictly. */
import { fromHexadecimal, toNumber } from 'xphi/number'
import { UsageError } from './exit.ts'

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const infinite = /^([+-]?)inf(inity)?$/i
const hexadecimal = /^([+-]?0x)(?=\.?[0-9a-f])([0-9a-f]*)(\.[0-9a-f]*)?(p[+-]?\d{1,5})?$/i
const minus = '\u2212'

/** The double nearest to a decimal or hexadecimal text, or inf, infinity, nan; undefined for any other text. '' and '1 2' are none. */
export function readNumber(given: string): number | undefined {
  const text = given.trim().replace(minus, '-')
  if (decimal.test(text)) return Number(text)
  const sign = infinite.exec(text)
  if (sign) return sign[1] === '-' ? -Infinity : Infinity
  if (/^[+-]?nan$/i.test(text)) return Number.NaN
  const [, start, whole, fraction = '', power = 'p0'] = hexadecimal.exec(text) ?? []
  return start === undefined ? undefined : toNumber(fromHexadecimal(`${start}${whole || 0}${fraction}${power}`))
}

/** The number that a text stands for. `what` names the text in the error: 'argument 2', 'line 7', '--lr'. */
export function parseNumber(text: string, what: string): number {
  const value = readNumber(text)
  if (value === undefined) throw new UsageError(`${what}: '${text.replace(minus, '-')}' is not a number`)
  return value
}

/** A finite number. */
export function parseFinite(text: string, what: string): number {
  const value = parseNumber(text, what)
  if (!Number.isFinite(value)) throw new UsageError(`${what}: ${value} is not finite`)
  return value
}

/** A whole number of at least `least` and at most `most`. */
export function parseCount(text: string, what: string, least = 1, most = Infinity): number {
  const value = parseNumber(text, what)
  if (!Number.isSafeInteger(value) || value < least)
    throw new UsageError(`${what}: '${text.replace(minus, '-')}' is not a whole number of ${least} or more`)
  if (value > most) throw new UsageError(`${what}: ${value} is more than ${most}`)
  return value
}

/** Numbers with commas between them. */
export const parseList = (text: string, what: string): number[] => text.split(',').map(part => parseNumber(part, what))

const numberLike = (text: string): boolean => text.split(',').every(part => readNumber(part) !== undefined)

/**
 * Arguments that start with a minus sign and are a number or a list of numbers get a typographic minus, so that no parser of options takes
 * `-inf` or `-1,2` for options. What follows `--` is left alone, and so is everything that is no number.
 */
export function guardNegatives(args: readonly string[]): string[] {
  const end = args.indexOf('--')
  return args.map((arg, i) => ((end < 0 || i < end) && /^-[^-]/.test(arg) && numberLike(arg) ? minus + arg.slice(1) : arg))
}

const parameter = /^([A-Za-z_][A-Za-z_0-9]*)=(.*)$/

/** `--param alpha=0.2`, repeated, to names and values. */
export function parseParameters(texts: readonly string[]): Record<string, number> {
  const values = new Map<string, number>()
  for (const text of texts) {
    const match = parameter.exec(text)
    if (!match) throw new UsageError(`--param: '${text}' is not of the form name=number`)
    if (values.has(match[1])) throw new UsageError(`--param: ${match[1]} is given twice`)
    values.set(match[1], parseFinite(match[2], `--param ${match[1]}`))
  }
  return Object.fromEntries(values)
}
