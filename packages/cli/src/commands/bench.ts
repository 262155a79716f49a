/** `xphi bench`: what the kernels cost on this machine, beside a copy of the array and other libraries. */
import { cpus } from 'node:os'
import type { Command } from 'commander'
import { bench, type SpeedRow, type Timing } from '@xphi/lab/speed'
import { mostThreads } from 'xphi/wasm'
import { manyActivations } from '../activations.ts'
import { parseCount, parseParameters } from '../numbers.ts'
import { collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, note, painter, print, table } from '../output.ts'
import { peersOf } from '../peers.ts'

interface Options extends CommonOptions {
  readonly formula?: readonly string[]
  readonly param?: readonly string[]
  readonly sizes: string
  readonly rounds: string
  readonly threads: string
  readonly backward: boolean
  readonly peers?: string
}

const usual = ['relu', 'leaky_relu', 'elu', 'sigmoid', 'tanh', 'gelu', 'gelu_tanh', 'silu', 'softmax', 'swiglu']
const turnMs = 4

export const configure = (command: Command): void => {
  common(command, ['xphi bench', 'xphi bench gelu silu --sizes 1000,1000000', "xphi bench --formula 'mine=x*sigmoid(1.5*x)' --peers bench"])
    .description(
      'Nanoseconds an element of f32 arrays: candidates take turns, and the median of the rounds is told with its quartiles. "copy" is what ' +
        'Float32Array.set takes. Times of a busy machine are ratios at best.',
    )
    .argument('[NAME...]', `activations (default: ${usual.join(', ')})`)
    .option('--formula <NAME=TEXT>', 'a formula of your own; may be repeated', collect)
    .option('--param <NAME=NUMBER>', 'a parameter, for each function that has it; may be repeated', collect)
    .option('--sizes <N,N,...>', 'elements of the arrays', '1000,1000000')
    .option('--threads <N>', 'beside one thread', '1')
    .option('--rounds <N>', 'turns of each candidate', '11')
    .option('--no-backward', 'values alone')
    .option('--peers <FOLDER>', 'time other libraries too: a folder with peers/index.mjs, such as bench of the repository')
    .action(run)
}

async function run(names: readonly string[], options: Options): Promise<void> {
  const formulas = options.formula ?? []
  const wanted = names.length + formulas.length === 0 ? usual : names
  const activations = manyActivations(wanted, formulas, parseParameters(options.param ?? []))
  const sizes = options.sizes.split(',').map(text => parseCount(text, '--sizes'))
  const rounds = parseCount(options.rounds, '--rounds')
  const threads = [...new Set([1, parseCount(options.threads, '--threads', 1, mostThreads)])]
  const peers = await peersOf(options.peers)
  const rows: SpeedRow[] = []
  try {
    const jobs = options.backward ? (['value', 'backward'] as const) : (['value'] as const)
    for await (const row of bench(activations, { sizes, jobs, rounds, turnMs, peers, threads })) {
      note(`${row.activation}, ${row.job}, ${row.elements} elements`)
      rows.push(row)
    }
  } finally {
    for (const { close } of peers) close?.()
  }
  print(options.json ? asJson(rows) : asTable(rows, colourOf(options)))
}

const digits = (ns: number): string => (ns < 10 ? ns.toFixed(3) : ns.toFixed(1))
const spread = ({ lower, upper }: Timing): string => `${digits(lower)} to ${digits(upper)}`

function asTable(rows: readonly SpeedRow[], colour: boolean): string {
  const header = ['activation', 'job', 'elements', 'by', 'ns/element', 'quartiles', 'copies']
  const lines = rows.flatMap(({ activation, job, elements, timings }) =>
    timings.map(t => [activation, job, String(elements), t.name, digits(t.median), spread(t), (t.median / timings[0].median).toFixed(1)]),
  )
  const [top, ...rest] = table([header, ...lines], [2, 4, 6]).split('\n')
  return [painter(colour)('bold', top), ...rest].join('\n')
}

const asJson = (rows: readonly SpeedRow[]): string =>
  jsonText({
    machine: { cpu: cpus()[0].model.trim(), cores: cpus().length, node: process.version },
    rows: rows.map(row => ({ ...row, timings: row.timings.map(t => ({ ...t })) })),
  })
