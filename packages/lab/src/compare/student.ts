/** Student's t distribution for whole degrees of freedom. Additions, products and roots only: the same bits on every machine. */

/**
 * P(|T| >= t), the two-sided tail, for t >= 0 and n degrees of freedom (a positive integer): I_x(n/2, 1/2) at x = n / (n + t^2) (DLMF
 * 8.17, Abramowitz and Stegun 26.7.1). Relative error below 1e-12; 0 where it is less than the smallest double.
 */
export function twoSidedTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) return Number.NaN
  // x = cosine^2 and 1 - x = sine^2, each without cancellation.
  const ratio = t / Math.sqrt(degrees)
  const cosine = ratio > 1e8 ? 1 / ratio : 1 / Math.sqrt(1 + ratio * ratio)
  const sine = ratio > 1e8 ? 1 : ratio * cosine
  const a = degrees / 2
  // x^a (1 - x)^(1/2) / B(a, 1/2)
  const front = (power(cosine, degrees) * sine) / betaWithHalf(degrees)
  const below = cosine * cosine < (a + 1) / (a + 2.5)
  return below ? (front / a) * betaFraction(cosine * cosine, a, 0.5) : 1 - 2 * front * betaFraction(sine * sine, 0.5, a)
}

/** P(T <= t). */
export function studentDistribution(t: number, degrees: number): number {
  const half = twoSidedTail(Math.abs(t), degrees) / 2
  return t > 0 ? 1 - half : half
}

/** The t with P(|T| >= t) = tail, 0 < tail <= 1: half the width of a two-sided interval in standard errors. By bisection, to the last bits. */
export function twoSidedQuantile(tail: number, degrees: number): number {
  let low = 0
  let high = 1
  while (twoSidedTail(high, degrees) > tail) {
    low = high
    high *= 2
  }
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return middle
    if (twoSidedTail(middle, degrees) > tail) low = middle
    else high = middle
  }
}

/** base^exponent for a whole exponent >= 0, by squaring. */
function power(base: number, exponent: number): number {
  let result = 1
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
    square *= square
  }
  return result
}

/** B(n/2, 1/2): B(1/2, 1/2) = pi, B(1, 1/2) = 2, B(a + 1, 1/2) = B(a, 1/2) a / (a + 1/2). */
function betaWithHalf(degrees: number): number {
  let beta = degrees % 2 === 1 ? Math.PI : 2
  for (let n = degrees % 2 === 1 ? 1 : 2; n < degrees; n += 2) beta *= n / (n + 1)
  return beta
}

/** The continued fraction 8.17.22 of DLMF for I_x(a, b), without its factor x^a (1 - x)^b / (a B(a, b)), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 0
  let value = 1
  for (let k = 1; k < 10_000; k++) {
    const m = Math.floor(k / 2)
    const upper = k % 2 === 0 ? m * (b - m) * x : -(a + m) * (a + b + m) * x
    const term = upper / ((a + k - 1) * (a + k))
    d = 1 / (1 + term * d)
    c = 1 + term / c
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) < 2 ** -51) break
  }
  return 1 / value
}
