// Writes the stored points of the conformance suite: arguments from every kind of place, and what MPFR gives there.
//   npx tsc -b packages/xphi packages/lab && node scripts/accuracy/fixture.mjs
import { writeFileSync } from 'node:fs'
import { landmarks, spicy, stratified } from '../../packages/lab/dist/accuracy/index.js'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, derivative, expressionOf, inputsOf, ir } from '../../packages/xphi/dist/formula.js'
import { toHex } from '../../packages/xphi/dist/number/index.js'
import * as scalars from '../../packages/xphi/dist/scalar/index.js'
import { mpfr } from './oracle.mjs'

const functions = new Map(Object.entries(scalars))
const perFormat = 24

/** h, l and e of an element; l is 0 where h is exact. */
const texts = ({ h, l, e }, i) => `${toHex(h[i])} ${l[i] === 0 ? 0 : toHex(l[i])} ${e[i]}`

const lines = []
for (const entry of catalogue) {
  if (entry.kind === 'row') continue
  const a = activation(entry.name)
  const f = functions.get(entry.name)
  const names = inputsOf(a)
  const root = expressionOf(a)
  const marks = names.length > 1 ? landmarks([x => f(x, 1.5), x => f(1.5, x)]) : landmarks([x => f(x), x => f.derivative(x)])
  const finite = format => spicy(marks, format).filter(Number.isFinite)
  const columns = names.map((_, n) => {
    const xs = ['f64', 'f32'].flatMap(format => {
      const edges = finite(format)
      const kept = edges.filter((_, i) => i % Math.ceil(edges.length / perFormat) === 0)
      return [...stratified(perFormat, 7 + n, marks, format), ...kept]
    })
    return Float64Array.from(xs)
  })
  const outputs = [root, ...names.map(name => derivative(root, ir.input(name)))]
  const count = Math.min(...columns.map(c => c.length))
  const inputs = Object.fromEntries(names.map((name, i) => [name, columns[i].subarray(0, count)]))
  const exact = await mpfr({ outputs, inputs, parameters: a.parameters })
  const rows = Array.from({ length: count }, (_, i) =>
    JSON.stringify([...names.map(name => toHex(inputs[name][i])), ...exact.map(column => texts(column, i))]),
  )
  lines.push(`  "${entry.name}": [\n    ${rows.join(',\n    ')}\n  ]`)
  console.log(entry.name, count)
}
writeFileSync(new URL('../../packages/xphi/test/backend/conformance.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`)
