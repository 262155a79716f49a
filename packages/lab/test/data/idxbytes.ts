/** IDX files written from the description of the format. */

const bigEndian = (word: number): readonly number[] => [(word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]

/** Pixels count up from `first`, modulo 256. */
export const imageBytes = (count: number, height: number, width: number, first = 0): Uint8Array =>
  Uint8Array.from([
    ...[0x803, count, height, width].flatMap(bigEndian),
    ...Array.from({ length: count * height * width }, (_, i) => (first + i) % 256),
  ])

export const labelBytes = (labels: readonly number[]): Uint8Array =>
  Uint8Array.from([...[0x801, labels.length].flatMap(bigEndian), ...labels])
