/** `xphi accuracy`: errors in ulps against the exact reference, ours and those of other libraries. */
import type { Command } from 'commander'
import { type AccuracyRow, accuracyTable, type Implementation, peer, reference, typescript, wasm } from '@xphi/lab/accuracy'
import { catalogue } from 'xphi/catalogue'
import type { Activation } from 'xphi/formula'
import { toHex } from 'xphi/number'
import { manyActivations } from '../activations.ts'
import { parseCount, parseParameters } from '../numbers.ts'
import { collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, note, numberText, painter, print, table } from '../output.ts'
import { peersOf } from '../peers.ts'

interface Options extends CommonOptions {
  readonly formula?: readonly string[]
  readonly param?: readonly string[]
  readonly points: string
  readonly peers?: string
}

export const configure = (command: Command): void => {
  common(command, [
    'xphi accuracy gelu',
    "xphi accuracy --formula 'mine=x*sigmoid(1.5*x)' --points 5000",
    'xphi accuracy gelu silu --peers bench',
  ])
    .description(
      'The worst error of value and derivatives in ulps of the exact result (0 for a number that is not 0 is a 100 % error), where it was met, and how many ' +
        'results are not the nearest ones. Measured at stratified arguments and about the worst of them: a lower bound on the worst case.',
    )
    .argument('[NAME...]', 'activations; all of the catalogue without any')
    .option('--formula <NAME=TEXT>', 'a formula of your own; may be repeated', collect)
    .option('--param <NAME=NUMBER>', 'a parameter, for each function that has it; may be repeated', collect)
    .option('--points <N>', 'arguments for each function', '1000')
    .option('--peers <FOLDER>', 'measure other libraries too: a folder with peers/index.mjs, such as bench of the repository')
    .action(run)
}

async function run(names: readonly string[], options: Options): Promise<void> {
  const formulas = options.formula ?? []
  const everything = names.length + formulas.length === 0
  const activations = manyActivations(everything ? catalogue.map(e => e.name) : names, formulas, parseParameters(options.param ?? []))
  const points = parseCount(options.points, '--points')
  const peers = await peersOf(options.peers)
  try {
    await measureAll(activations, [typescript, wasm('exact'), wasm('fast'), ...peers.map(peer)], points, options)
  } finally {
    for (const { close } of peers) close?.()
  }
}

async function measureAll(
  activations: readonly Activation[],
  implementations: readonly Implementation[],
  points: number,
  options: Options,
): Promise<void> {
  const rows: AccuracyRow[] = []
  let current = ''
  for await (const row of accuracyTable(activations, implementations, { points, climbs: 1, seed: 1, oracle: reference })) {
    if (row.activation !== current) {
      current = row.activation
      note(`${activations.findIndex(a => a.name === current) + 1} of ${activations.length}: ${current}`)
    }
    rows.push(row)
  }
  print(options.json ? asJson(rows) : asTable(rows, colourOf(options)))
}

const errorText = (ulps: number): string => (ulps >= 1e5 ? ulps.toExponential(1) : ulps.toFixed(ulps < 100 ? 3 : 0))

function asTable(rows: readonly AccuracyRow[], colour: boolean): string {
  const header = ['activation', 'of', 'in', 'by', 'worst ulp', 'at', 'misrounded', 'points']
  const lines = rows.map(({ activation, quantity, format, implementation, worst }) => [
    activation,
    quantity,
    format,
    implementation,
    worst.lost > 0 ? `${errorText(worst.ulps)} (${worst.lost} lost)` : errorText(worst.ulps),
    worst.at.map(toHex).join(', '),
    String(worst.misrounded),
    String(worst.points),
  ])
  const [top, ...rest] = table([header, ...lines], [4, 6, 7]).split('\n')
  return [painter(colour)('bold', top), ...rest].join('\n')
}

const asJson = (rows: readonly AccuracyRow[]): string =>
  jsonText(
    rows.map(({ worst, ...row }) => ({
      ...row,
      ulps: worst.ulps,
      at: worst.at.map(toHex),
      actual: numberText(worst.actual),
      exact: numberText(worst.exact),
      misrounded: worst.misrounded,
      lost: worst.lost,
      points: worst.points,
    })),
  )
