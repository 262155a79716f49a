import { bitsOf, formats, fromBitsOf, nextDown, nextUp, powerOfTwo } from 'xphi/number'

/** Numbers in [0, 1) from a seed: xorshift32, the same on every engine. */
export function uniform(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Where a function of one variable turns: `at` is the last argument before its sign, kind (zero, subnormal, normal, infinite) or slope's sign changes. */
const classOf = (y: number): number => {
  if (y !== y) return 9
  const size = Math.abs(y)
  const kind = size === 0 ? 0 : size < 2 ** -1022 ? 1 : size < 2 ** -126 ? 2 : size < 2 ** 128 ? 3 : size < Infinity ? 4 : 5
  return y < 0 ? -kind : kind
}

/** All finite doubles in order, as integers. */
const rank = (x: number): bigint => {
  const bits = bitsOf(x)
  return bits >> 63n ? -(bits & 0x7fffffffffffffffn) : bits
}
const unrank = (r: bigint): number => (r < 0n ? -fromBitsOf(-r) : fromBitsOf(r))

/**
 * The arguments at which one of the functions changes its sign or its kind (zero, subnormal, normal, beyond f32, infinite), to the last bit: zeros,
 * kinks of steps, edges of over- and underflow. Changes that two neighbours of the grid hide are missed.
 */
export function landmarks(functions: readonly ((x: number) => number)[]): number[] {
  const grid: number[] = []
  for (let i = -4096; i <= 4096; i++) grid.push(i / 64 + 1 / 9973)
  for (let x = 64; x < Infinity; x *= 1.25) grid.push(x, -x)
  for (let x = 1 / 64; x > 0; x /= 8) grid.push(x, -x)
  grid.sort((a, b) => a - b)
  const found = new Set<number>()
  for (const f of functions) {
    for (let i = 1; i < grid.length; i++) {
      let [low, high] = [rank(grid[i - 1]), rank(grid[i])]
      const left = classOf(f(grid[i - 1]))
      if (left === classOf(f(grid[i]))) continue
      while (high - low > 1n) {
        const middle = (low + high) >> 1n
        if (classOf(f(unrank(middle))) === left) low = middle
        else high = middle
      }
      found.add(unrank(high))
    }
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * Arguments from every kind of place: any bits, each binade, the bulk, the tails, and closer and closer to the landmarks. f32: only numbers
 * that f32 holds.
 */
export function stratified(count: number, seed: number, marks: readonly number[], format: 'f64' | 'f32' = 'f64'): Float64Array {
  const random = uniform(seed)
  const points = new Float64Array(count)
  const whole = () => Math.floor(random() * 2 ** 32)
  const fine = () => random() + random() * 2 ** -32
  const signed = (x: number) => (random() < 0.5 ? -x : x)
  for (let i = 0; i < count; i++) {
    const kind = i % 8
    let x = 0
    if (kind === 0) x = fromBitsOf((BigInt(whole()) << 32n) | BigInt(whole()))
    else if (kind === 1) x = signed(8 * fine())
    else if (kind === 2) x = signed(40 * fine())
    else if (kind === 3) x = signed(760 * fine())
    else if (kind === 4) x = signed((1 + fine()) * powerOfTwo(Math.floor(random() * 70) - 60))
    else if (kind === 5) x = signed(2 * fine())
    else if (marks.length === 0) x = signed(20 * fine())
    else {
      const mark = marks[Math.floor(random() * marks.length)]
      const reach = kind === 6 ? Math.abs(mark) || 1 : powerOfTwo(-1000)
      x = mark + signed(fine() * reach * powerOfTwo(-Math.floor(random() * 54)))
      if (kind === 7) x = unrank(rank(mark) + BigInt(Math.floor(signed(fine() * 2 ** (random() * 40)))))
    }
    if (format === 'f32') x = Math.fround(x)
    points[i] = Number.isFinite(x) ? x : signed(formats[format].maximum)
  }
  return points
}

/** What a function meets at the ends of its domain and on its landmarks: signed zeros, infinities, NaN, subnormals, powers of two, neighbours. */
export function spicy(marks: readonly number[], format: 'f64' | 'f32' = 'f64'): number[] {
  const { least, tiny, most } =
    format === 'f64'
      ? { least: 2 ** -1074, tiny: 2 ** -1022, most: Number.MAX_VALUE }
      : { least: 2 ** -149, tiny: 2 ** -126, most: 3.4028234663852886e38 }
  const positive = [0, least, 3 * least, tiny, 2 ** -30, 2 ** -10, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 2 ** 20, 2 ** 100, most, Infinity]
  const round = (x: number) => (format === 'f32' ? Math.fround(x) : x)
  const beside = (x: number) => [nextDown(round(x), format), round(x), nextUp(round(x), format)]
  return [
    ...positive.flatMap(x => [x, -x]),
    ...positive.slice(4, -2).flatMap(x => [...beside(x), ...beside(-x)]),
    Number.NaN,
    ...marks.flatMap(beside),
  ]
}
