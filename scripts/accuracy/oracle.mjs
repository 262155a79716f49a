// The MPFR oracle: the interface of the built-in reference (packages/lab/src/accuracy/oracle.ts), some hundred times faster. Needs a C compiler,
// libmpfr-dev and libgmp-dev.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exactColumn } from '../../packages/lab/dist/accuracy/index.js'
import { ir } from '../../packages/xphi/dist/formula.js'
import { toHex } from '../../packages/xphi/dist/number/index.js'

let binary

function build() {
  if (binary) return binary
  binary = join(mkdtempSync(join(tmpdir(), 'xphi-oracle-')), 'oracle')
  execFileSync('cc', ['-O2', '-o', binary, fileURLToPath(new URL('oracle.c', import.meta.url)), '-lmpfr', '-lgmp', '-lm'])
  return binary
}

/** The expressions as the lines that oracle.c reads. */
function program(outputs, inputs, parameters) {
  const order = ir.topological(outputs)
  const at = new Map(order.map((node, i) => [node, i]))
  const lines = order.map(node => {
    const [a = 0, b = 0, c = 0] = node.args.map(arg => at.get(arg))
    if (node.op === 'const') return `const ${node.numerator} ${node.denominator}`
    if (node.op === 'input') return `input ${inputs.indexOf(node.name)} 0 0`
    if (node.op === 'param') return `double ${toHex(parameters[node.name])}`
    if (node.op === 'pow') return `pow ${a} ${node.args[1].numerator}`
    return `${node.op} ${a} ${b} ${c}`
  })
  return { count: order.length, text: `${lines.join('\n')}\n${outputs.map(o => at.get(o)).join(' ')}\n` }
}

function ask(header, bytes, answer) {
  return new Promise((resolve, reject) => {
    const child = spawn(build(), { stdio: ['pipe', 'pipe', 'inherit'] })
    let filled = 0
    child.stdout.on('data', chunk => {
      answer.set(chunk, filled)
      filled += chunk.length
    })
    child.on('error', reject)
    child.on('close', code =>
      code === 0 && filled === answer.length ? resolve() : reject(new Error(`oracle: exit ${code}, ${filled} bytes`)),
    )
    child.stdin.write(header)
    child.stdin.end(bytes)
  })
}

/** The same contract as `reference`: exact values of each output at the rows of the inputs. */
export async function mpfr({ outputs, inputs, parameters, length = 1 }, processes = availableParallelism()) {
  const names = Object.keys(inputs)
  const total = inputs[names[0]].length
  const rows = total / length
  const { count, text } = program(outputs, names, parameters)
  const header = `${length} ${names.length} ${outputs.length} ${count}\n${text}`
  const columns = outputs.map(() => exactColumn(total))
  const share = Math.ceil(rows / Math.min(processes, rows))
  const jobs = []
  for (let first = 0; first < rows; first += share) jobs.push([first, Math.min(rows, first + share)])
  await Promise.all(
    jobs.map(async ([first, last]) => {
      const data = new Float64Array((last - first) * names.length * length)
      for (let r = first, at = 0; r < last; r++)
        for (const name of names) for (let i = 0; i < length; i++) data[at++] = inputs[name][r * length + i]
      const answer = new Float64Array((last - first) * outputs.length * length * 3)
      await ask(header, new Uint8Array(data.buffer), new Uint8Array(answer.buffer))
      for (let r = first, at = 0; r < last; r++)
        for (const { h, l, e } of columns)
          for (let i = r * length; i < (r + 1) * length; i++, at += 3) [h[i], l[i], e[i]] = answer.subarray(at, at + 3)
    }),
  )
  return columns
}
