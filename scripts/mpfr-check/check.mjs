// Checks the BigInt reference of packages/xphi/src/number against MPFR, and writes the golden points that the tests check without it.
//   npx tsc -b packages/xphi && node scripts/mpfr-check/check.mjs [points per function, 1500] [--write]
// Needs a C compiler, libmpfr-dev and libgmp-dev. Exits 1 when a result is off by more than the bound.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBigArithmetic, fromBitsOf, fromHex, fromHexadecimal, toHex, unitDistance } from '../../packages/xphi/dist/number/index.js'

const bound = 0.501 // units in the last of the bits; 1/2 is correct rounding
const precisions = [64, 120, 200]
const functions = 'exp expm1 log log1p sqrt sin cos tanh sigmoid softplus erf erfc normcdf normpdf'.split(' ')
const here = fileURLToPath(new URL('.', import.meta.url))

// xorshift32: the same points in every run.
let state = 20240229
function random() {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32
}

/** Every kind of place: the bulk, each binade, the edges of over- and underflow, neighbourhoods of zeros and branch points, any bits. */
function points(count) {
  const spicy = [
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    1e-300,
    1e-20,
    -1e-20,
    5e-324,
    -5e-324,
    2 ** -1022,
    709.78,
    -740,
    -745.2,
    27,
    27.3,
    -37,
    -38.5,
    1e300,
    -1e300,
  ]
  const wide = [
    22,
    11 / 7,
    Math.PI,
    -Math.PI / 2,
    6381956970095103 * 2 ** 797,
    Infinity,
    -Infinity,
    NaN,
    Number.MAX_VALUE,
    1 + 2 ** -52,
    1 - 2 ** -53,
    2 ** -10,
    2 ** -20,
  ]
  const xs = [...spicy, ...wide]
  while (xs.length < count) {
    const sign = random() < 0.5 ? -1 : 1
    const kind = xs.length % 6
    if (kind === 0) xs.push(sign * random() * 8)
    else if (kind === 1) xs.push(sign * (1 + random()) * 2 ** (Math.floor(random() * 40) - 30))
    else if (kind === 2) xs.push(sign * random() * 760)
    else if (kind === 3) xs.push(sign * Math.round(random() * 200) * (Math.PI / 2))
    else if (kind === 4) xs.push(1 + sign * random() * 2 ** -Math.floor(random() * 53))
    else xs.push(fromBitsOf((BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32))))
  }
  return xs
}

const argument = process.argv.slice(2).find(text => /^\d+$/.test(text))
const perFunction = Number(argument ?? 1500)
const folder = mkdtempSync(join(tmpdir(), 'mpfr-check-'))
const binary = join(folder, 'reference')
let failed = false
const golden = {}
try {
  execFileSync('cc', ['-O2', '-o', binary, join(here, 'reference.c'), '-lmpfr', '-lgmp'])
  for (const name of functions) {
    const xs = points(perFunction)
    const lines = execFileSync(binary, { input: xs.map(x => `${name} ${toHex(x)}\n`).join(''), maxBuffer: 1 << 28 })
      .toString()
      .trim()
      .split('\n')
    const worst = { units: 0, x: 0, bits: 0 }
    let misrounded = 0
    const rows = lines.map((line, i) => {
      const [value, f64, f32] = line.split(' ')
      return { x: xs[i], value, f64: readDouble(f64), f32: readDouble(f32) }
    })
    for (const bits of precisions) {
      const arithmetic = createBigArithmetic(bits)
      for (const { x, value, f64, f32 } of rows) {
        const result = arithmetic[name](arithmetic.fromNumber(x))
        const units = unitDistance(result, fromHexadecimal(value), bits)
        if (!(units <= worst.units)) Object.assign(worst, { units, x, bits })
        if (bits === 200 && !(Object.is(arithmetic.toNumber(result), f64) && Object.is(arithmetic.toNumber(result, 'f32'), f32)))
          misrounded++
      }
    }
    const bad = !(worst.units <= bound) || misrounded > 0
    failed ||= bad
    const place = `at ${toHex(worst.x)}, ${worst.bits} bits`
    console.log(
      `${name.padEnd(9)} ${rows.length} points, worst ${worst.units.toFixed(6)} units ${place}, ${misrounded} misrounded${bad ? '  FAILED' : ''}`,
    )
    golden[name] = rows
      .filter((_, i) => i < 34 || i % Math.ceil(rows.length / 12) === 5)
      .map(row => [toHex(row.x), row.value, toHex(row.f64), toHex(row.f32)])
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (process.argv.includes('--write') && !failed) {
  const body = Object.entries(golden).map(
    ([name, rows]) => `  "${name}": [\n${rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`,
  )
  writeFileSync(join(here, '../../packages/xphi/test/number/mpfr.json'), `{\n${body.join(',\n')}\n}\n`)
}
process.exitCode = failed ? 1 : 0

/** C's %a, with its names for the specials. */
function readDouble(text) {
  if (text.includes('nan')) return Number.NaN
  if (text.includes('inf')) return text.startsWith('-') ? -Infinity : Infinity
  return fromHex(text)
}
