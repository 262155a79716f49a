export {
  abs,
  add,
  type BigFloat,
  compare,
  div,
  type Finite,
  isNegative,
  mul,
  neg,
  negativeInfinity,
  negativeZero,
  notANumber,
  one,
  positiveInfinity,
  positiveZero,
  round,
  scale,
  sqrt,
  sub,
} from './bigfloat.ts'
export { decimalFraction, fromDecimal, fromHexadecimal, fromNumber, fromRational, toNumber } from './bigconvert.ts'
export { type BigArithmetic, createBigArithmetic } from './bigmath.ts'
export { bitsOf, exponentOf, fromBitsOf, fromHex, nextDown, nextUp, powerOfTwo, toHex, ulp } from './bits.ts'
export { type Format, type FormatFacts, formats, quantumExponent } from './formats.ts'
export { fromBits, type LowFormat, type RoundingOptions, roundTo, toBits } from './lowprecision.ts'
export { ulpDistance, unitDistance } from './ulp.ts'
