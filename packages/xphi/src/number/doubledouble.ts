/** Sums of two doubles, without FMA (Dekker 1971, Knuth TAOCP 2). Building blocks of generated code and of the tables. */

const splitter = 134217729

/** fl(a b) - a b, exactly; +0 where it vanishes or the product is not finite. */
export function productError(a: number, b: number): number {
  const p = a * b
  let t = splitter * a
  const ah = t - (t - a)
  const al = a - ah
  t = splitter * b
  const bh = t - (t - b)
  const bl = b - bh
  const e = p - ah * bh - ah * bl - al * bh - al * bl
  return e === e ? e : 0
}

/** (a + b) - fl(a + b), exactly; 0 where the sum is not finite. */
export function sumError(a: number, b: number): number {
  const s = a + b
  const t = s - a
  const e = a - (s - t) + (b - t)
  return e === e ? e : 0
}

export interface DoubleDouble {
  readonly h: number
  readonly l: number
}

export const renormal = (a: number, b: number): DoubleDouble => {
  const h = a + b
  return { h, l: b - (h - a) }
}
export const ddMul = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const p = a.h * b.h
  return renormal(p, a.h * b.l + a.l * b.h - productError(a.h, b.h))
}
export const ddAdd = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const s = a.h + b.h
  return renormal(s, sumError(a.h, b.h) + (a.l + b.l))
}
export const ddDiv = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const q = a.h / b.h
  const p = q * b.h
  return renormal(q, (a.h - p + productError(q, b.h) + a.l - q * b.l) / b.h)
}
