/** Settings of a screen, as its part of the address has them. */

export interface Setting<T> {
  readonly usual: T
  /** Nothing where a text cannot be used. */
  readonly read: (text: string) => T | undefined
  /** What can be used, for people. */
  readonly possible: string
}

/** What an address gives that cannot be used; what is usual is shown. */
export interface Unusable {
  readonly name: string
  readonly text: string
  readonly possible: string
}

/** Of what cannot be used, so much is told. */
const longest = 80

/** The first is usual. */
export const oneOf = <const T extends string>(values: readonly [T, ...T[]]): Setting<T> => ({
  usual: values[0],
  read: text => values.find(value => value === text),
  possible: values.join(', '),
})

/** A whole number of a range. */
export function whole<U extends number | undefined>(usual: U, from: number, to: number): Setting<number | U> {
  const read = (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= from && value <= to ? value : undefined
  }
  return { usual, read, possible: `${from}–${to}` }
}

export type ValuesOf<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never }

/** What of the settings can be used; the rest is as usual, and is told. */
export function settingsFrom<S extends Readonly<Record<string, Setting<unknown>>>>(
  given: Readonly<Record<string, string>>,
  settings: S,
): { readonly settings: ValuesOf<S>; readonly unusable: readonly Unusable[] } {
  const read = Object.entries(settings).map(([name, { usual, read, possible }]) => {
    const text = Object.hasOwn(given, name) ? given[name] : undefined
    const value = text === undefined ? usual : read(text)
    return {
      name,
      value: value ?? usual,
      unusable: text !== undefined && value === undefined ? [{ name, text: text.slice(0, longest), possible }] : [],
    }
  })
  return {
    settings: Object.fromEntries(read.map(({ name, value }) => [name, value])) as ValuesOf<S>,
    unusable: read.flatMap(({ unusable }) => unusable),
  }
}
