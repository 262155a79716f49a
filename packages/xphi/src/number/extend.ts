/**
 * The ends of the number line. A kernel's arithmetic is sound up to |x| = 2^300; beyond that a function without logarithms and waves is
 * a power of |x| to all digits of a double, and at infinity it has its limit: infinite, zero or the value far out.
 */
import { exponent } from './machine.ts'

const far = 2 ** 300
const nearer = 2 ** 240

/** f(x) where |x| > 2^300 or infinite, from f at +-2^300 and +-2^240. */
export function extend(f: (x: number) => number, x: number): number {
  const sign = x < 0 ? -1 : 1
  const y = f(sign * far)
  const before = f(sign * nearer)
  if (y === 0 || before === 0 || y !== y || y - y !== 0) return y
  const ratio = (x * sign) / far
  let power = Math.round((exponent(y) - exponent(before)) / 60)
  let result = y
  for (; power > 0; power--) result *= ratio
  for (; power < 0; power++) result /= ratio
  return result
}

/** Whether x needs `extend`. */
export const isFar = (x: number): boolean => x > far || x < -far
