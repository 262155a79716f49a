// Generated from the formula `(x + sqrt(x ^ 2 + b)) / 2` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v, b), x)
  const a = x < 0
  const c = x * x
  const d = c + b
  const e = sumError(c, b) + productError(x, x)
  const f = d + e
  const g = Math.sqrt(f)
  const h = (((f - (g * g)) - productError(g, g)) + (e - (f - d))) / (g + g)
  const i = (((g - g) === 0) && (h === h)) ? h : 0
  const j = g + i
  const k = i - (j - g)
  const l = -x
  const m = j + l
  const n = sumError(j, l) + k
  const o = m + n
  const p = b / o
  const q = ((b - (p * o)) - productError(p, o)) - (p * (n - (o - m)))
  const r = q / o
  const s = (((p - p) === 0) && (r === r)) ? r : 0
  const t = p + s
  const u = Math.abs(x)
  const v = u + j
  const w = sumError(u, j) + k
  const y = v + w
  const z = a ? t : y
  const a1 = z / 2
  const b1 = ((z - (a1 * 2)) - productError(a1, 2)) + (a ? (s - (t - p)) : (w - (y - v)))
  const c1 = b1 / 2
  return a1 + ((((a1 - a1) === 0) && (c1 === c1)) ? c1 : 0)
}

function slope(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, b), x)
  const a = x < 0
  const c = x * x
  const d = c + b
  const e = sumError(c, b) + productError(x, x)
  const f = d + e
  const g = Math.sqrt(f)
  const h = (((f - (g * g)) - productError(g, g)) + (e - (f - d))) / (g + g)
  const i = (((g - g) === 0) && (h === h)) ? h : 0
  const j = g + i
  const k = i - (j - g)
  const l = -x
  const m = j + l
  const n = sumError(j, l) + k
  const o = m + n
  const p = b / o
  const q = ((b - (p * o)) - productError(p, o)) - (p * (n - (o - m)))
  const r = q / o
  const s = (((p - p) === 0) && (r === r)) ? r : 0
  const t = p + s
  const u = Math.abs(x)
  const v = u + j
  const w = sumError(u, j) + k
  const y = v + w
  const z = a ? t : y
  const a1 = z / j
  const b1 = ((z - (a1 * j)) - productError(a1, j)) + (a ? (s - (t - p)) : (w - (y - v)))
  const c1 = (b1 - (a1 * k)) / j
  const d1 = (a1 + ((((a1 - a1) === 0) && (c1 === c1)) ? c1 : 0)) * 0.5
  return d1
}

/** squareplus = `(x + sqrt(x ^ 2 + b)) / 2`, in doubles. History, sources and limits: the catalogue's entry. */
export const squareplus: PointwiseScalar = /*@__PURE__*/ carry((x: number, b = 4) => evaluate(x, b), { name: 'squareplus', kind: 'pointwise', formula: '(x + sqrt(x ^ 2 + b)) / 2', parameters: { b: 4 }, derivative: slope })
