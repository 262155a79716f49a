/**
 * Neighbouring f32 arguments of one binade are equally spaced, and over few of them a smooth function is a polynomial to the last bit of a double.
 * So a sweep need not evaluate it at each: five values give the quartic, others, in between, say whether it may be believed.
 */

/** Arguments a piece: 2^-11 of a binade, so what a quartic leaves is near 2^-55 x^5 f'''''(x) / (1920 f(x)) of the value. */
export const piece = 4096

// Near the Chebyshev nodes of degree 4 (extrema), where the interpolant amplifies errors of the values least.
const nodes = [0, 600, 2048, 3495, 4095] as const
const checks = [1, 77, 150, 301, 452, 801, 1033, 1400, 1777, 2311, 2600, 2901, 3111, 3333, 3801, 3955, 4050, 4094] as const

/** Where, in a piece, `quartic` wants the values. */
export const samples: readonly number[] = [...nodes, ...checks]

/** The share of a value that the quartic may miss at any of the points that check it: 2^-26 of an f32's ulp. */
const tolerance = 2 ** -50

/** Coefficients in Newton's form of the quartic through the values at the nodes; undefined where it misses any other of the samples. */
export function quartic(values: ArrayLike<number>): Float64Array | undefined {
  const c = Float64Array.from(nodes, (_, i) => values[i])
  for (let order = 1; order < nodes.length; order++)
    for (let i = nodes.length - 1; i >= order; i--) c[i] = (c[i] - c[i - 1]) / (nodes[i] - nodes[i - order])
  const misses = checks.some((at, i) => {
    const value = values[nodes.length + i]
    return !(Math.abs(evaluate(c, at) - value) <= tolerance * Math.abs(value))
  })
  return misses ? undefined : c
}

const evaluate = (c: Float64Array, at: number): number =>
  c[0] + (at - nodes[0]) * (c[1] + (at - nodes[1]) * (c[2] + (at - nodes[2]) * (c[3] + (at - nodes[3]) * c[4])))

/** The quartic at 0, 1, ... of a piece, written to `y`. */
export function tabulate(c: Float64Array, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] = evaluate(c, i)
}
