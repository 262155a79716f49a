// Writes docs/performance.md from docs/performance.jsonl (measure.mjs) and the table of witnesses in docs/accuracy.md: node scripts/performance/page.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goalsOf } from './goals.mjs'
import { slope } from './slopes.mjs'

const line = cells => `| ${cells.join(' | ')} |`
const table = (header, lines) => [line(header), line(header.map((_, i) => (i === 0 ? '---' : '---:'))), ...lines.map(line)].join('\n')
const three = x => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2))

const errorsOf = witnesses =>
  witnesses
    .split('## Every figure with its witness')[1]
    .split('\n')
    .map(text => text.split('|').map(cell => cell.trim()))
    .filter(cells => cells.length === 11 && /^[0-9]+$/.test(cells[9]))
    .map(([, activation, quantity, , implementation, ulps, , , lost]) => ({
      activation,
      quantity,
      implementation,
      ulps: Number.isFinite(Number(ulps)) ? Number(ulps) : 'infinite',
      lost: Number(lost),
    }))

const slopes = ['derivative', 'dgate', 'dvalue']
const short = u =>
  u === 'infinite' || u >= 1e7 ? 'all' : u >= 1000 ? u.toExponential(0).replace('+', '') : u >= 10 ? u.toFixed(0) : u.toFixed(1)

/** The accuracy table's name of who is timed. */
const subjectOf = (name, versions) => {
  if (name.startsWith('xphi')) return name.includes('fma') ? undefined : name.includes('fast') ? 'wasm fast' : 'wasm exact'
  return `${name} ${versions[name]}`
}

/** The worst error of a candidate, in parentheses. */
function errorOf(errors, versions, activation, job, name) {
  const subject = subjectOf(name, versions)
  const found = errors.filter(
    r =>
      r.activation === activation &&
      r.implementation === subject &&
      (job === 'value' ? r.quantity === 'value' : slopes.includes(r.quantity)),
  )
  if (found.length === 0) return ''
  const worst = found.reduce((a, b) => (b.ulps === 'infinite' || b.ulps > a.ulps ? b : a))
  return ` (${worst.lost > 0 ? 'lost' : short(worst.ulps)})`
}

function kernelTables(rows, errors, versions) {
  const columns = [...new Set(rows.flatMap(r => r.timings.map(t => t.name)))]
  const timesTable = (job, elements) => {
    const shown = rows.filter(r => r.job === job && r.elements === elements)
    const used = columns.filter(c => shown.some(r => r.timings.some(t => t.name === c)))
    return table(
      ['function', ...used],
      shown.map(r => [
        r.activation,
        ...used.map(c => {
          const t = r.timings.find(x => x.name === c)
          return t ? `${three(t.median)}${errorOf(errors, versions, r.activation, job, c)}` : ''
        }),
      ]),
    )
  }
  const sizes = [...new Set(rows.map(r => r.elements))].sort((a, b) => a - b).filter(n => rows.filter(r => r.elements === n).length > 4)
  return sizes
    .flatMap(n =>
      ['value', 'backward'].map(
        job => `### ${job === 'value' ? 'Values' : 'Backward'}, ${n.toLocaleString('en')} elements\n\n${timesTable(job, n)}`,
      ),
    )
    .join('\n\n')
}

const verdict = g =>
  g.figure === undefined ? 'not measured' : g.met ? 'met' : g.over === undefined ? 'not met' : `not met in ${g.over} of ${g.of}`
const goalsTable = records =>
  table(
    ['goal', 'at most', 'figure (worst)', 'at', 'median', 'verdict', 'what we think bounds it'],
    goalsOf(records).map(g => [
      g.goal,
      three(g.bound),
      g.figure === undefined ? '' : three(g.figure),
      g.at ?? '',
      g.median === undefined ? '' : three(g.median),
      verdict(g),
      (!g.met && g.guess) || '',
    ]),
  )

const fitted = points => {
  const { exponent, error: e } = slope(points)
  return `${exponent.toFixed(2)} ± ${e.toFixed(2)}`
}
function growthTable(rows, of) {
  const bySize = [...new Set(rows.map(r => r.activation))].flatMap(name => {
    const points = rows
      .filter(r => r.activation === name && r.job === 'value' && r.elements <= 1e6)
      .map(r => ({ x: r.elements, y: r.elements * r.timings.find(t => t.name === 'xphi exact').median }))
    return points.length > 2 ? [[`time of ${name} over elements, 1e3 to 1e6`, fitted(points)]] : []
  })
  return table(
    ['what grows with what', 'fitted slope'],
    [
      ...bySize,
      ['softmax, ns an element, over the length of a row, 16 to 65,536', fitted(of('row length').map(r => ({ x: r.columns, y: r.ns })))],
      ['a step of training over width, 32 to 512 (depth 4, batch 128)', fitted(of('width').map(r => ({ x: r.width, y: r.ms })))],
      ['a step of training over depth, 1 to 16 (width 128, batch 128)', fitted(of('depth').map(r => ({ x: r.depth, y: r.ms })))],
    ],
  )
}

const stepsTable = results =>
  table(
    ['network', 'ms a step', 'PyTorch', 'ratio', 'quartiles', 'losses differ by'],
    results.map(r => [
      r.name,
      three(r.ours.ms),
      three(r.theirs.ms),
      r.ratio.toFixed(2),
      r.quartiles.map(q => q.toFixed(2)).join(' to '),
      r.lossDifference.toExponential(0),
    ]),
  )

/** The page, of the records of performance.jsonl and the text of accuracy.md. */
export function performancePage(records, accuracy) {
  const of = kind => records.filter(r => r.kind === kind)
  const one = kind => of(kind)[0]
  const { versions } = one('peers')
  const rows = of('kernel')
  const training = one('training').result
  const { cpu, cores, node, date } = one('machine')
  const loads = records.map(r => r.load)
  const busy =
    Math.min(...loads) < cores
      ? ''
      : "\n\n**The machine was busy throughout**: candidates of one row met the same disturbances, but small arrays, two threads and the cost of starting are mostly the load's. None of these " +
        'verdicts is worth more than a repetition on a quiet machine.'
  return `# Performance

Generated by \`node scripts/performance/page.mjs\` from docs/performance.jsonl, which \`node scripts/performance/measure.mjs\` measured: ${cpu}, ${cores} cores, Node ${node}, ${date};
${Object.entries(versions)
  .map(([n, v]) => `${n} ${v}`)
  .join(', ')}. Load of the machine during it: ${Math.min(...loads)} to ${Math.max(...loads)}. Do not edit.${busy}

Everyone takes turns of a few milliseconds in one process (PyTorch in its own, where it times itself, one thread), and the median of the rounds is told: read ratios, not nanoseconds. In
parentheses stands the worst error in ulps of docs/accuracy.md: "lost" where results are 0 or off by half and more where the exact result is not, "all" beyond 10^7. "copy" is what
Float32Array.set takes. Our arrays lie in a kernel memory, so that nothing is copied, and PyTorch's in its
process; the times of the others hold their way in and out of their own memory. tfjs's and jax-js's backward holds the forward pass, PyTorch's is the backward pass alone.

## Goals

The last column is a guess that no measurement supports yet; it is empty where a goal is met, and where we have none.

${goalsTable(records)}

## How cost grows

The slope of log time over log size, by least squares, with its standard error.

${growthTable(rows, of)}

## Training

${training.unit}; one thread each, from the same weights.

${stepsTable(training.results)}

## Kernels, ns an element

${kernelTables(rows, errorsOf(accuracy), versions)}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const docs = new URL('../../docs/', import.meta.url)
  const text = name => readFileSync(new URL(name, docs), 'utf8')
  const records = text('performance.jsonl')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  writeFileSync(new URL('performance.md', docs), performancePage(records, text('accuracy.md')))
}
