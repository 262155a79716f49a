// Measures fast kernels over every single (or each STRIDE-th): the single tape against the exact kernel's doubles, both printed as C.
//   npm run build && node scripts/fast/check.mjs [--stride N] [--from 1|2] [NAME|FORMULA...]
// Each line: the worst error in ulps where the result is normal and in units of 2^-24 (what lower/fast declares of its functions), in quanta of 2^-149
// where it is not, and the share of all singles that the fast lanes take. Needs a C compiler.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, derivative, expressionOf, fromFormula, ir } from '../../packages/xphi/dist/formula.js'
import { lowerFast } from '../../packages/xphi/dist/lower/fast/lower.js'
import { lower } from '../../packages/xphi/dist/lower/lower.js'
import { doubleFunction, singleFunction, tableFunctions } from './c.mjs'

const args = process.argv.slice(2)
const option = (name, otherwise) => {
  const at = args.indexOf(name)
  return at < 0 ? otherwise : Number(args.splice(at, 2)[1])
}
const stride = option('--stride', 1)
// The arithmetic to begin with: lower/fast's in their order.
const from = option('--from', 0)

/** The functions whose errors lower/fast states, alone and with arguments in doubles. */
const probes = [
  'exp(x)',
  'expm1(x)',
  '1 + exp(-x)',
  'sigmoid(x)',
  'sigmoid(x) * sigmoid(-x)',
  'tanh(x)',
  'softplus(x)',
  'tanh(softplus(x))',
  'normcdf(x)',
  'normpdf(x)',
  'x * normcdf(x)',
  'normcdf(x) + x * normpdf(x)',
  'sigmoid(x) + x * sigmoid(x) * sigmoid(-x)',
  'exp(x + x / 3)',
  'expm1(x + x / 3)',
  '1 + exp(-(x + x / 3))',
  'exp(1.702 * x)',
  '1 + exp(1.702 * x)',
  'expm1(1.702 * x)',
  'tanh(x + x / 3)',
  'tanh(0.7 * x)',
  'tanh(softplus(x + x / 3))',
  'x - tanh(x)',
  'sin(x)',
  'cos(x)',
  'sin(x + x / 3)',
]

function* cases() {
  const names = args.length > 0 ? args : [...probes, ...catalogue.filter(e => e.kind === 'pointwise').map(e => e.name)]
  for (const name of names) {
    const entry = catalogue.find(e => e.name === name)
    const a = entry ? activation(name) : fromFormula('probe', name)
    // A function of the catalogue in the form that its kernel has.
    const ulps = entry ? 4 : from === 2 ? 100 : Number.POSITIVE_INFINITY
    yield [name, expressionOf(a), a.parameters, ulps]
    if (entry) yield [`${name}'`, derivative(expressionOf(a), ir.input('x')), a.parameters, ulps]
  }
}

const functions = []
for (const [name, e, parameters, ulps] of cases()) {
  try {
    const { tape, bounds } = lowerFast(
      {
        outputs: [e],
        inputs: ['x'],
        doubles: new Set(Object.keys(parameters)),
        ulps,
      },
      from,
    )
    const id = `f${functions.length}`
    functions.push({
      name,
      bound: bounds[0],
      id,
      text: `${singleFunction(id, tape, parameters)}${doubleFunction(id, lower([e], 'plain').phases[0].tape, parameters)}`,
    })
  } catch (error) {
    if (error.name !== 'Unbounded') throw error
    console.log(`${name.padEnd(44)} exact kernel: ${error.message}`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'xphi-fast-'))
writeFileSync(join(folder, 'functions.h'), [tableFunctions, ...functions.map(f => f.text)].join('\n'))
writeFileSync(join(folder, 'table.h'), functions.map(f => `{"${f.name} (${f.bound.toFixed(1)})", ${f.id}s, ${f.id}d},`).join('\n'))
const binary = join(folder, 'check')
execFileSync('cc', [
  '-O3',
  '-march=native',
  '-ffp-contract=off',
  '-fno-math-errno',
  '-fno-trapping-math',
  '-I',
  folder,
  '-o',
  binary,
  fileURLToPath(new URL('check.c', import.meta.url)),
  '-lm',
])
execFileSync(binary, [String(stride)], { stdio: 'inherit' })
