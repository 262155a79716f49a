// The goals of speed, each with the figure that says whether it is met. A goal that finds no figure says so. `guess` is what we think bounds it:
// no measurement says so.
import { median } from '../../packages/lab/dist/compare/statistics.js'

const exponentials = ['elu', 'sigmoid', 'tanh', 'gelu', 'gelu_tanh', 'silu', 'softmax', 'swiglu']

/** Ratios of two candidates' medians in all rows that have both. */
function ratios(rows, name, over, wanted = () => true) {
  return rows.filter(wanted).flatMap(row => {
    const [a, b] = [name, over].map(n => row.timings.find(t => t.name === n))
    return a && b ? [{ ratio: a.median / b.median, row }] : []
  })
}
const place = ({ activation, job, elements }) => `${activation} ${job}, ${elements}`
const worst = list => list.reduce((a, b) => (b.ratio > a.ratio ? b : a))
const medianOf = list => median(list.map(r => r.ratio))

const judged = (goal, bound, figure, more = {}) =>
  figure === undefined ? { goal, bound } : { goal, bound, figure, met: figure <= bound, ...more }

/** At most so many times: the worst row decides, and the median stands beside it. */
const atMost = (goal, bound, guess, find) => rows => {
  const found = find(rows)
  if (found.length === 0) return { goal, bound }
  const w = worst(found)
  const over = found.filter(r => r.ratio > bound).length
  return judged(goal, bound, w.ratio, { at: place(w.row), median: medianOf(found), over, of: found.length, guess })
}

const is =
  (...names) =>
  row =>
    names.includes(row.activation)
const both = (a, b) => row => a(row) && b(row)
const value = row => row.job === 'value'
const big = row => row.elements === 1e6
const large = row => row.elements >= 1e5

const relative = (mode, name, bound, guess) =>
  atMost(`${mode} ${name} over fast exp, at 1e6`, bound, guess, rows => {
    const exp = rows.find(both(is('exp'), both(value, big)))
    const plain = exp?.timings.find(t => t.name === 'xphi fast')
    return rows.filter(both(is(name), both(value, big))).flatMap(row => {
      const t = row.timings.find(x => x.name === `xphi ${mode}`)
      return t && plain ? [{ ratio: t.median / plain.median, row }] : []
    })
  })

/** The widest vectors of WebAssembly against those of AVX. */
const wider = '128-bit vectors against 256 or 512'
const doubles = 'two doubles a vector where the peers have four floats'
const JSPEERS = ['onnxruntime-web', 'tfjs wasm', 'jax-js', 'tfjs cpu']

const kernelGoals = [
  ...JSPEERS.map(peer =>
    atMost(`exact is ahead of ${peer} on every exp-based function, every size, both passes`, 1, doubles, rows =>
      ratios(rows, 'xphi exact', peer, is(...exponentials)),
    ),
  ),
  ...['sigmoid', 'silu', 'tanh'].map(name => relative('exact', name, 2.8, doubles)),
  relative('exact', 'gelu', 5.2, doubles),
  atMost('fast is 3 times ahead of onnxruntime-web', 1 / 3, 'its kernels compute 4 floats at once too, of fewer terms', rows =>
    ratios(rows, 'xphi fast', 'onnxruntime-web', both(is(...exponentials), value)),
  ),
  atMost('fast is 8 times ahead of jax-js', 1 / 8, 'where arrays are large, what a call costs it no longer counts', rows =>
    ratios(rows, 'xphi fast', 'jax-js', both(is(...exponentials), value)),
  ),
  atMost('fast is 1.5 times ahead of tfjs wasm', 1 / 1.5, 'it computes 4 floats at once too', rows =>
    ratios(rows, 'xphi fast', 'tfjs wasm', both(is(...exponentials), value)),
  ),
  ...Object.entries({ sigmoid: 1.3, silu: 1.7, tanh: 1.7, gelu: 3.2, swiglu: 2.1 }).map(([name, bound]) =>
    relative('fast', name, bound, 'the bound of 4 ulp over all inputs costs terms that a plain kernel leaves out'),
  ),
  ...Object.entries({ sigmoid: 1.3, silu: 1.3, tanh: 1.3, gelu: 2 }).map(([name, bound]) =>
    atMost(`fast with FMA within ${bound} of PyTorch on ${name}, at 1e6`, bound, wider, rows =>
      ratios(rows, 'xphi fast fma', 'PyTorch', both(is(name), both(value, big))),
    ),
  ),
  atMost('relu and leaky_relu within 1.25 of a copy', 1.25, 'arithmetic beside the memory, where the array is in cache', rows =>
    ratios(rows, 'xphi exact', 'copy', both(is('relu', 'leaky_relu'), value)),
  ),
  atMost('two threads take at most 1/1.8 of one, compute-bound, from 1e5', 1 / 1.8, 'cores that others use', rows =>
    ratios(rows, 'xphi exact, 2 threads', 'xphi exact', both(is(...exponentials), both(value, large))),
  ),
]

/** All of them, judged by the records of docs/performance.jsonl. */
export function goalsOf(records) {
  const of = kind => records.filter(r => r.kind === kind)
  const [[start], [compiled], [size], [training], [product], [compared]] = [
    'start',
    'compile',
    'size',
    'training',
    'product',
    'compare',
  ].map(of)
  const kernels = of('kernel')
  return [
    ...kernelGoals.map(goal => goal(kernels)),
    judged('import and first kernel, ms', 15, start.ms, {
      at: `the least: ${start.least.toFixed(0)}`,
      guess: 'the many modules, one file each',
    }),
    judged('a kernel compiled, ms, slowest of the catalogue', 2, compiled.ms, {
      at: compiled.slowest,
      median: compiled.median,
      guess: 'a row function is two, in plain doubles with a bound of the error, and in pairs',
    }),
    judged('library, WebAssembly backend and all formulas, kB gzip', 40, size.bytes / 1000, {
      guess: 'a third the backend, a third lowering with elementary functions, a tenth long constants',
    }),
    ...Object.entries({ strict: 42, fused: 52 }).map(([name, rate]) =>
      judged(`${rate} GFLOP/s over those of a product of 512 x 512 matrices, ${name}`, 1, product && rate / product[name], {
        at: product && `${product[name].toFixed(1)} GFLOP/s`,
        guess: 'two multiplications and two additions of 128 bits a cycle',
      }),
    ),
    judged(
      'share of the cores that xphi compare leaves idle: MNIST, 5 activations, 3 seeds, 2 epochs',
      0.1,
      compared && 1 - compared.busy,
      {
        at: compared && `${compared.seconds.toFixed(0)} s`,
        guess: 'reading the data, and the last network of an odd number',
      },
    ),
    ...training.result.results.map(({ name, goal, ratio }) =>
      judged(`training step over PyTorch's: ${name}`, goal, ratio, { guess: wider }),
    ),
  ]
}
