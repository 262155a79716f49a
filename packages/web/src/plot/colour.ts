/** Colours as numbers, for pixels. */

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export const channels = (hex: string): readonly number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** From one colour, at 0, to another, at 1. */
export const mixed = (from: readonly number[], to: readonly number[], share: number): readonly number[] =>
  from.map((channel, i) => channel + share * (to[i] - channel))
