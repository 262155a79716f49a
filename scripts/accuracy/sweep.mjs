// Runs the f32 kernels over f32 arguments, all 2^32 with --stride 1, against the f64 kernels; the worst of each is confirmed by the exact reference.
//   npm run build && node scripts/accuracy/sweep.mjs [--stride 61] [NAME...]
import { describeSweep, reference, sweep, ulpsOff } from '../../packages/lab/dist/accuracy/index.js'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, derivative, expressionOf, ir } from '../../packages/xphi/dist/formula.js'
import { compile } from '../../packages/xphi/dist/wasm.js'

const args = process.argv.slice(2)
const at = args.indexOf('--stride')
const stride = at < 0 ? 61 : Number(args.splice(at, 2)[1])

for (const entry of catalogue) {
  if (entry.kind !== 'pointwise' || (args.length > 0 && !args.includes(entry.name))) continue
  const a = activation(entry.name)
  const kernel = await compile(a)
  for (const job of ['map', 'backward']) {
    const start = Date.now()
    const found = sweep(kernel, job, 0, 2 ** 32, stride)
    const root = expressionOf(a)
    const x = Float32Array.of(found.at)
    const y = job === 'map' ? kernel.map(x) : kernel.backward(x, Float32Array.of(1))
    const outputs = [job === 'map' ? root : derivative(root, ir.input('x'))]
    const [exact] = await reference({ outputs, inputs: { x: Float64Array.from(x) }, parameters: a.parameters })
    const confirmed = ulpsOff(y[0], exact, 0, 'f32')
    const seconds = ((Date.now() - start) / 1000).toFixed(0)
    console.log(
      `${entry.name.padEnd(16)} ${job === 'map' ? 'value     ' : 'derivative'} ${describeSweep(found)}, exactly ${confirmed.toFixed(5)} [${seconds} s]`,
    )
  }
}
