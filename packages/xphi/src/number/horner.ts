/** table[at] + x (table[at + 1] + x (...)), `count` coefficients, by Horner's rule. */
export function horner(table: Float64Array, at: number, count: number, x: number): number {
  let sum = table[at + --count]
  while (count-- > 0) sum = sum * x + table[at + count]
  return sum
}
