/** Settings of a screen, as its part of the address has them. */

/** The first where nothing, or nothing known, is given. */
export const chosen = <const T extends string>(given: string | undefined, values: readonly [T, ...T[]]): T =>
  values.find(value => value === given) ?? values[0]

/** `usual` where no whole number of the range is given. */
export function wholeOf(given: string | undefined, usual: number, from: number, to: number): number {
  const value = given !== undefined && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  return value >= from && value <= to ? value : usual
}
