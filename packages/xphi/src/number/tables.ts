/**
 * The tables that precise kernels read, built on first use by multiplication and division alone, so that no engine's Math takes part
 * and no coefficients have to be shipped.
 */
import { type DoubleDouble, ddAdd, ddDiv, ddMul } from './doubledouble.ts'
import { ldexp } from './machine.ts'

let exp2: Float64Array | undefined

/** 2^(j/128) for j = 0..127: high parts, then low parts. */
export function exp2Table(): Float64Array {
  if (exp2) return exp2
  const table = new Float64Array(256)
  // 2^(1/128) as a double-double.
  const step = { h: 1.0054299011128027, l: 9.499186535455032e-17 }
  for (let j = 0, t: DoubleDouble = { h: 1, l: 0 }; j < 128; j++, t = ddMul(t, step)) {
    table[j] = t.h
    table[j + 128] = t.l
  }
  exp2 = table
  return table
}

/** Doubles a row of the Mills table: the value at the centre as high and low part, then the Taylor coefficients 1 to 11. */
export const millsRow = 13
const millsCells = 100
/** 1 / sqrt(2 pi). */
export const gaussian: DoubleDouble = { h: 0.3989422804014327, l: -2.49232720227773e-17 }

let mills: Float64Array | undefined

/**
 * Taylor rows of R(a) = exp(a^2 / 2) erfc(a / sqrt 2) / 2, the normal tail over its density. Cells of width 1/8 below 4, doubling at
 * 4, 8, 16 and 32, up to 72. Since R' = a R - K with K = 1/sqrt(2 pi), the coefficients t_n at a centre c obey n t_n = c t_(n-1) + t_(n-2),
 * t_(-1) = -K: forwards from the power series below 3; backwards, by the continued fraction of their ratios, above.
 */
export function millsTable(): Float64Array {
  if (mills) return mills
  const table = new Float64Array(millsCells * millsRow)
  for (let cell = 0, c = 0, width = 1 / 8; cell < millsCells; cell++, c += width) {
    if (c >= 4 && c >= 32 * width) width *= 2
    fillRow(table, cell * millsRow, taylor({ h: c + width / 2, l: 0 }))
  }
  mills = table
  return table
}

function fillRow(table: Float64Array, at: number, t: readonly DoubleDouble[]): void {
  table[at] = t[0].h
  table[at + 1] = t[0].l
  for (let n = 1; n < 12; n++) table[at + 1 + n] = t[n].h
}

function taylor(c: DoubleDouble): DoubleDouble[] {
  const terms = 14
  const dd = (h: number): DoubleDouble => ({ h, l: 0 })
  const minusK = { h: -gaussian.h, l: -gaussian.l }
  const t: DoubleDouble[] = []
  if (c.h < 3) {
    let power = dd(1)
    let [before, last]: [DoubleDouble, DoubleDouble] = [minusK, dd(0.5)]
    t[0] = last
    for (let n = 1; n < 20 + 26 * c.h; n++) {
      const next = ddDiv(before, dd(n))
      before = last
      last = next
      power = ddMul(power, c)
      t[0] = ddAdd(t[0], ddMul(next, power))
    }
    for (let n = 1; n < terms; n++) t[n] = ddDiv(ddAdd(ddMul(c, t[n - 1]), n > 1 ? t[n - 2] : minusK), dd(n))
    return t
  }
  let ratio = dd(0)
  for (let n = (16 + 600 / c.h / c.h) | 0; n >= 0; n--) {
    ratio = ddDiv(dd(1), ddAdd(c, ddMul(dd(n + 1), ratio)))
    if (n < terms) t[n] = ratio
  }
  let value: DoubleDouble = minusK
  for (let n = 0; n < terms; n++) {
    value = ddMul({ h: -value.h, l: -value.l }, t[n])
    t[n] = value
  }
  return t
}

// 2/pi to 1184 bits: as many as the largest double times 2/pi leaves of a quarter turn, and 210 after that.
const twoOverPi =
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a42' +
  '4dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991' +
  'd639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09' +
  'b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046'

/** The least exponent of `turnsTable`; below it arguments are reduced by multiples of pi/2. */
export const turnsFrom = 20

let turns: Float64Array | undefined

/**
 * 2^(e - 52) 2/pi modulo 4 in four doubles of 53 bits, for e = 20..1023: the quarter turns of one unit in the last place of a number with exponent e
 * (Payne and Hanek 1983, ACM SIGNUM Newsletter 18(1):19).
 */
export function turnsTable(): Float64Array {
  if (turns) return turns
  const bits = 1184
  const digits = BigInt(twoOverPi)
  const table = new Float64Array(4 * (1024 - turnsFrom))
  for (let e = turnsFrom; e < 1024; e++) {
    const turn = BigInt.asUintN(bits + 2, e < 52 ? digits >> BigInt(52 - e) : digits << BigInt(e - 52))
    for (let i = 0; i < 4; i++)
      table[4 * (e - turnsFrom) + i] = ldexp(Number(BigInt.asUintN(53, turn >> BigInt(bits - 51 - 53 * i))), -51 - 53 * i)
  }
  turns = table
  return table
}

/** Each table by its name on tapes. */
export const tables = { exp2: exp2Table, mills: millsTable, turns: turnsTable } as const
