// Measures row functions against MPFR on rows up to 65,536 long: values in both formats, and the gradient in ulps of its largest element.
//   npm run build && node scripts/accuracy/rows.mjs [NAME...]
import { describeWorst, errorsAt, stratified, worse } from '../../packages/lab/dist/accuracy/index.js'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, expressionOf, gradients, ir } from '../../packages/xphi/dist/formula.js'
import { compile } from '../../packages/xphi/dist/wasm.js'
import { mpfr } from './oracle.mjs'

const names = process.argv.slice(2)
const lengths = [1, 2, 3, 5, 64, 1000, 65536]
// How the elements of a row are spread.
const kinds = {
  usual: x => x % 8,
  wide: x => (x % 700) * 1.5,
  equal: () => 1.25,
  tiny: x => x * 2 ** -30,
}

for (const entry of catalogue) {
  if (entry.kind !== 'row' || (names.length > 0 && !names.includes(entry.name))) continue
  const a = activation(entry.name)
  const kernel = await compile(a)
  const [gradient] = gradients(expressionOf(a), ir.input('dy'), [ir.input('x')])
  for (const format of ['f64', 'f32']) {
    const of = values => (format === 'f32' ? Float32Array.from(values) : Float64Array.from(values))
    let worst
    let slope = { units: 0, length: 0, kind: '' }
    for (const length of lengths) {
      for (const [kind, spread] of Object.entries(kinds)) {
        const row = Float64Array.from(
          of(
            stratified(length * 2, 99 + length, [], format)
              .filter(x => Math.abs(x) < 1e6 && Math.abs(x) > 1e-30)
              .slice(0, length)
              .map(spread),
          ),
        )
        if (row.length < length) continue
        const found = await errorsAt(
          {
            format,
            evaluate: ([x]) => Float64Array.from(kernel.map(of(x), undefined, { length })),
            exact: async ([x]) => (await mpfr({ outputs: [expressionOf(a)], inputs: { x }, parameters: a.parameters, length }))[0],
          },
          [row],
        )
        worst = worst ? worse(worst, found.worst) : found.worst
        if (length > 1000) continue
        const dy = Float64Array.from(row, (_, i) => Math.fround(Math.sin(i + 1)))
        const dx = kernel.backward(of(row), of(dy), undefined, { length })
        const [{ h, l, e }] = await mpfr({ outputs: [gradient], inputs: { x: row, dy }, parameters: a.parameters, length })
        const largest = h.reduce((m, v, i) => Math.max(m, Math.abs(v * 2 ** e[i])), 0)
        const unit = Math.max(largest * 2 ** (format === 'f64' ? -52 : -23), format === 'f64' ? 2 ** -1074 : 2 ** -149)
        dx.forEach((d, i) => {
          const units = Math.abs(d - h[i] * 2 ** e[i] - l[i] * 2 ** e[i]) / unit
          if (!(units <= slope.units)) slope = { units, length, kind }
        })
      }
    }
    console.log(
      `${format} ${entry.name.padEnd(12)} ${describeWorst(worst)}; gradient ${slope.units.toFixed(3)} units at ${slope.length} ${slope.kind}`,
    )
  }
}
