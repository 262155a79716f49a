/** `xphi compare`: the same network with each activation, on the same seeds and batches. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Comparison, DataSet, Failure } from '@xphi/lab'
import type { ReportOptions } from '@xphi/lab/report'
import { type Options, type Settings, settingsOf, usual } from '../compare/settings.ts'
import { Ended, exit } from '../exit.ts'
import { checkWritable, writeWhole } from '../files.ts'
import { onInterrupt } from '../interrupt.ts'
import { choice, collect, colourOf, common } from '../options.ts'
import { counted, note, painter, print, widthOf } from '../output.ts'
import { durationText, progressOn, silent } from '../compare/progress.ts'

export const configure = (command: Command): void => {
  common(command, [
    'xphi compare',
    'xphi compare spirals --activations relu,gelu,swiglu --seeds 10',
    "xphi compare --formula 'mine=x*sigmoid(k*x)' --param k=1.7 --baseline gelu",
    'xphi compare housing.csv --target price --ignore id --lr 0.003 --json',
    'xphi compare mnist --epochs 5 --hidden 256,128 --report mnist.html',
  ])
    .description(
      'Trains the same network with each activation on the same seeds and batches, and says which differences the intervals carry.',
    )
    .argument('[DATA]', 'donuts, moons or spirals; a CSV or TSV file; a folder of IDX files (MNIST); files may be gzipped', 'donuts')
    .option('--activations <A,B,...>', `names of the catalogue, gated ones too (default: ${usual.join()})`)
    .option('--formula <NAME=TEXT>', 'a formula of your own; may be repeated', collect)
    .option('--param <NAME=NUMBER>', 'a parameter, for each function that has it; may be repeated', collect)
    .option('--baseline <NAME>', 'what the others are compared with (default: relu, else the first)')
    .option('--seeds <N>', 'networks trained with each activation', '5')
    .option('--first-seed <N>', 'seeds count from here', '1')
    .option('--hidden <N,N,...>', 'units of the hidden layers (default: what suits the data, else 64,64)')
    .option(
      '--functions <NAME,...>',
      "the function of each hidden layer, 'compared' for the compared one (default: that one in each), such as compared,tanh",
    )
    .option('--epochs <N>', 'passes over the training part (default: what suits the data)')
    .option('--batch <N>', 'rows a step (default: what suits the data)')
    .option('--lr <RATE>', 'learning rate, one for all; auto chooses one for each activation on a validation part', 'auto')
    .option('--optimiser <NAME>', 'adam, adamw or sgd (momentum 0.9)', choice(['adam', 'adamw', 'sgd']), 'adam')
    .option(
      '--trainable <SCOPE>',
      'parameters that authors train: one value a layer, one a channel, or none',
      choice(['channel', 'one', 'none']),
      'channel',
    )
    .option(
      '--init <RULE>',
      "initial weights: gain (by the formula's own second moment), he, glorot or lecun",
      choice(['gain', 'he', 'glorot', 'lecun']),
      'gain',
    )
    .option(
      '--precision <RECIPE>',
      'rounding of the products: f32 (none), bf16, fp8 (delayed scales), fp8-channel or fp8-smooth (what gated layers give by channel, or as Smooth-SwiGLU); the report and --json say what it did',
      choice(['f32', 'bf16', 'fp8', 'fp8-channel', 'fp8-smooth']),
      'f32',
    )
    .option('--target <COLUMN>', 'of a table: what is predicted, by name or number (default: the last column)')
    .option('--task <TASK>', 'classification or regression (default: by the target)', choice(['classification', 'regression']))
    .option('--ignore <COLUMN,...>', 'of a table: columns to leave out')
    .option('--header', 'the first row of the table has the names')
    .option('--no-header', 'the first row of the table is data')
    .option('--test <FILE>', 'a second table: the test part (default: 20 % of the rows, drawn by each seed)')
    .option('--common-unit', 'of a table: all features have one unit (pixels), and are scaled together')
    .option('--workers <N>', 'threads (default: one a core)')
    .option('--report <FILE>', 'the report', 'xphi-report.html')
    .option('--no-report', 'no report')
    .option('--quiet', 'no progress')
    .action(run)
}

async function run(where: string, options: Options): Promise<void> {
  const settings = settingsOf(where, options)
  if (settings.report !== undefined) checkWritable('--report', settings.report)
  const told = options.quiet ? () => undefined : note
  told(`reading ${where}`)
  const { compare, loadData } = await import('@xphi/lab/node')
  const data = await loadData(where, settings.load)
  const interruption = onInterrupt()
  const progress = options.quiet ? silent : progressOn(process.stderr, process.stderr.isTTY === true && process.env.TERM !== 'dumb')
  const { activations, seeds } = settings
  let announced = false
  const [began, used] = [performance.now(), process.cpuUsage()]
  const comparison = await compare(data, settings, {
    signal: interruption.signal,
    onProgress: ({ phase, activation, seed, loss, ...state }) => {
      if (!announced)
        told(`training ${counted(activations.length, 'activation')} on ${counted(seeds.length, 'seed')}; Ctrl-C keeps what is finished`)
      announced = true
      const what = phase === 'tuning' ? `finding ${activation}'s rate` : `${activation}, seed ${seed}`
      progress.update({ ...state, doing: Number.isNaN(loss) ? what : `${what}, loss ${loss.toPrecision(3)}` })
    },
  })
  progress.clear()
  interruption.end()
  told(busyText(performance.now() - began, process.cpuUsage(used), settings.workers ?? availableParallelism()))
  await show(data, comparison, settings, options)
  const code = endOf(comparison, interruption.signal.aborted)
  if (code !== exit.ok) throw new Ended(code)
}

/** How long it took, and how much of the threads' time was work: what is missing was waited for, or other programs' share. */
function busyText(ms: number, { user, system }: NodeJS.CpuUsage, threads: number): string {
  const busy = Math.round((user + system) / (10 * ms * threads))
  return `took ${durationText(ms / 1000)}; ${threads > 1 ? `${threads} threads` : 'a thread'} worked ${busy} % of it`
}

async function show(data: DataSet, comparison: Comparison, settings: Settings, options: Options): Promise<void> {
  const { trials, results, failures, planned } = comparison
  for (const { activation, diverged } of results) for (const { seed, message } of diverged) note(`${activation}, seed ${seed}: ${message}`)
  for (const reason of new Set(failuresOf(comparison).map(({ activation, message }) => `${activation} failed: ${message}`))) note(reason)
  const missing = planned - trials.length - failures.length
  if (missing > 0) note(`interrupted: ${trials.length} of ${planned} networks are finished`)
  const { commandOf } = await import('../compare/command.ts')
  const command = commandOf(settings, comparison)
  const report = trials.length > 0 ? settings.report : undefined
  if (options.json) {
    const { comparisonJson } = await import('../compare/json.ts')
    print(comparisonJson(comparison, missing === 0, command, report))
  } else if (trials.length > 0) {
    const { comparisonText } = await import('../compare/table.ts')
    print(comparisonText(comparison, widthOf(process.stdout), painter(colourOf(options))))
  }
  // Last, so that a disk that has filled up meanwhile takes nothing else away.
  if (report !== undefined) await writeReport(report, data, comparison, command)
}

async function writeReport(path: string, data: DataSet, comparison: Comparison, command: string): Promise<void> {
  const { reportHtml } = await import('@xphi/lab/report')
  const date = new Date().toISOString().slice(0, 10)
  writeWhole('--report', path, reportHtml(comparison, { command, date, points: pointsOf(data) }))
  note(`the report is in ${resolve(path)}`)
}

/** Rows of two-feature data. */
function pointsOf({ x, y, rows, features }: DataSet): NonNullable<ReportOptions['points']> {
  if (features.length !== 2) return []
  return Array.from({ length: rows }, (_, row) => ({ x1: x[2 * row], x2: x[2 * row + 1], label: y[row] }))
}

/** Those of the runs that sought the rates too. */
const failuresOf = ({ rates, failures }: Comparison): readonly Failure[] => [...(rates.kind === 'auto' ? rates.failures : []), ...failures]

function endOf(comparison: Comparison, interrupted: boolean): number {
  if (interrupted) return exit.interrupted
  if (failuresOf(comparison).length > 0) return exit.failure
  return comparison.results.some(r => r.diverged.length > 0) ? exit.diverged : exit.ok
}
