// Proves that `rounded` is correct at every input of f16, bf16, e4m3 and e5m2, value and derivative of each pointwise activation with its default
// parameters: against MPFR, and where 90 bits do not decide against the BigInt reference at 1200, and at 8000 where that shows a tie. Hashes of what is proven go into
// packages/lab/test/accuracy/rounded.json, where a test looks at them again.
//   npm run build && node scripts/accuracy/rounded.mjs [--write] [NAME...]
import { readFileSync, writeFileSync } from 'node:fs'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { derivative, exactArithmetic, expressionOf, ir } from '../../packages/xphi/dist/formula.js'
import { abs, add, compare, createBigArithmetic, fromNumber, mul, scale, sub, toNumber } from '../../packages/xphi/dist/number/index.js'
import * as scalars from '../../packages/xphi/dist/scalar/index.js'
import { everyInput, hashOf, roundedEverywhere } from '../../packages/lab/dist/accuracy/index.js'
import { mpfr } from './oracle.mjs'

const args = process.argv.slice(2)
const write = args.includes('--write') && args.splice(args.indexOf('--write'), 1).length > 0
const file = new URL('../../packages/lab/test/accuracy/rounded.json', import.meta.url)
const read = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return {}
  }
}
const one = fromNumber(1)
const arithmetics = [1200, 8000].map(bits => {
  const exact = exactArithmetic(createBigArithmetic(bits))
  const less = sub(one, scale(one, (-bits * 3) / 4), bits)
  // |tanh| and sigmoid stay below 1: x - tanh(x) of an f16 comes within 2^-11,800 of a tie.
  const unary = (op, a) => {
    const y = exact.unary(op, a)
    return (op === 'tanh' || op === 'sigmoid') && compare(abs(y), one) === 0 ? mul(y, less, bits) : y
  }
  return { bits, exact: { ...exact, unary } }
})

/** The value, rounded, where an error of 2^-bits of it would change nothing. */
function rounding(value, bits, format) {
  const error = scale(abs(value), -bits)
  const [below, above] = [sub(value, error, 8192), add(value, error, 8192)].map(v => toNumber(v, format))
  return Object.is(below, above) ? below : undefined
}

/** Element i of the oracle's answer, rounded; undefined where its digits do not decide. */
function nearest({ h, l, e }, i, format) {
  if (h[i] === 0 || h[i] - h[i] !== 0) return toNumber(fromNumber(h[i]), format)
  const value = scale(add(fromNumber(h[i]), fromNumber(l[i]), 200), e[i])
  return rounding(value, 90, format)
}

/** By the reference; what 8000 bits show as a tie is one. */
function at(expression, x, parameters, format) {
  const given = Object.fromEntries(Object.entries(parameters).map(([n, v]) => [n, fromNumber(v)]))
  let value
  for (const { bits, exact } of arithmetics) {
    value = ir.interpret(expression, exact, { inputs: { x: [fromNumber(x)] }, parameters: given })[0]
    const near = rounding(value, (bits * 7) / 8, format)
    if (near !== undefined) return near
  }
  return toNumber(value, format)
}

const functions = new Map(Object.entries(scalars))
const hashes = read()
let failed = false
for (const { name } of catalogue.filter(e => e.kind === 'pointwise' && (args.length === 0 || args.includes(e.name)))) {
  const f = functions.get(name)
  const root = expressionOf(f)
  const parts = { value: root, derivative: derivative(root, ir.input('x')) }
  const start = Date.now()
  const proven = {}
  let [decided, wrong] = [0, 0]
  for (const format of ['f16', 'bf16', 'e4m3', 'e5m2']) {
    const results = roundedEverywhere(f, format)
    const every = everyInput(format)
    const finite = [...every.keys()].filter(i => Number.isFinite(every[i]))
    const x = Float64Array.from(finite, i => every[i])
    for (const [part, expression] of Object.entries(parts)) {
      const [column] = await mpfr({ outputs: [expression], inputs: { x }, parameters: f.parameters })
      x.forEach((v, k) => {
        let exact = nearest(column, k, format)
        if (exact === undefined) {
          decided++
          exact = at(expression, v, f.parameters, format)
        }
        const got = results[part][finite[k]]
        if (got === exact || (got !== got && exact !== exact)) return
        wrong++
        console.log(`${format} ${name} ${part} at ${v}: ${got}, exactly ${exact}`)
      })
    }
    proven[format] = [hashOf(results.value), hashOf(results.derivative)]
  }
  failed ||= wrong > 0
  if (wrong === 0) for (const [format, pair] of Object.entries(proven)) hashes[format] = { ...hashes[format], [name]: pair }
  console.log(
    `${name.padEnd(18)} 263,168 results, ${decided} decided by the reference, ${wrong} wrong [${((Date.now() - start) / 1000).toFixed(1)} s]`,
  )
}
if (failed) process.exitCode = 1
if (write) writeFileSync(file, `${JSON.stringify(hashes, null, 1)}\n`)
