/** `xphi fp8`: outputs of a function in eight bits, one channel scaled up, by each way to choose the scale. */
import type { Command } from 'commander'
import { type Fp8Format, fp8Formats, inAllWays, inNetwork, liveNetwork, normalOutputs, type WayResult, withOutlier } from '@xphi/lab/fp8'
import { oneActivation } from '../activations.ts'
import { UsageError } from '../exit.ts'
import { parseCount, parseNumber, parseParameters } from '../numbers.ts'
import { choice, collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, painter, print, table } from '../output.ts'

const mostOutlier = 40

interface Options extends CommonOptions {
  readonly formula?: string
  readonly param?: readonly string[]
  readonly format: Fp8Format
  readonly outlier: string
  readonly seed: string
  readonly network?: true
}

type Shown = WayResult & { readonly accuracy?: number }

export const configure = (command: Command): void => {
  common(command, ['xphi fp8 swiglu', 'xphi fp8 gelu --outlier 12 --format e5m2', 'xphi fp8 swiglu --network --json'])
    .description(
      'Rounds the outputs of a function to FP8: without a scale, by one for the tensor, by one for each channel, and as Smooth-SwiGLU does it. One channel is ' +
        'multiplied by a power of two first; the error is that of the others.',
    )
    .argument('[NAME]', 'the activation; left out with --formula')
    .option('--formula <TEXT>', 'a formula in place of NAME')
    .option('--param <NAME=NUMBER>', 'a parameter of the function; may be repeated', collect)
    .option('--format <FORMAT>', fp8Formats.join(' or '), choice(fp8Formats), 'e4m3')
    .option('--outlier <K>', 'the first channel is multiplied by 2^K', '18')
    .option('--seed <N>', 'of the inputs, or of the network', '1')
    .option(
      '--network',
      'outputs of a network that has learned two donuts, and what it still has right; else those for standard normal sums',
    )
    .action(run)
}

async function run(name: string | undefined, options: Options): Promise<void> {
  const { format } = options
  const activation = oneActivation(name, options.formula, parseParameters(options.param ?? []))
  const exponent = parseNumber(options.outlier, '--outlier')
  if (!Number.isInteger(exponent) || Math.abs(exponent) > mostOutlier)
    throw new UsageError(`--outlier: an integer from -${mostOutlier} to ${mostOutlier}, got '${options.outlier}'`)
  const seed = parseCount(options.seed, '--seed', 0, 2 ** 32 - 1)
  let ways: readonly Shown[]
  let accuracy: number | undefined
  if (options.network) {
    const network = await liveNetwork(activation, seed)
    network.advance(network.steps)
    ;({ ways, accuracy } = inNetwork(network, format, exponent))
  } else ways = inAllWays(withOutlier(await normalOutputs(activation, seed), exponent), format)
  print(
    options.json
      ? asJson(ways, accuracy, { activation: activation.name, format, outlier: exponent, seed })
      : asTable(ways, accuracy, options),
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const clipped = ({ outlier }: Shown): number => outlier.saturated / outlier.count
const flushed = ({ others }: Shown): number => others.flushed / others.count

function asTable(ways: readonly Shown[], accuracy: number | undefined, options: Options): string {
  const right = accuracy === undefined ? [] : ['network right']
  const header = ['scale', 'least factor', 'greatest factor', 'error of the others', 'others to 0', 'outlier clipped', ...right]
  const lines = ways.map(way => [
    way.way,
    ...way.scales.map(scale => String(Number(scale.toPrecision(4)))),
    percent(way.error),
    percent(flushed(way)),
    percent(clipped(way)),
    ...(way.accuracy === undefined ? [] : [`${way.accuracy.toFixed(1)} %`]),
  ])
  const [top, ...rest] = table([header, ...lines], [1, 2, 3, 4, 5, 6]).split('\n')
  const inF32 = accuracy === undefined ? [] : [`In f32 the network has ${accuracy.toFixed(1)} % right.`]
  return [painter(colourOf(options))('bold', top), ...rest, ...inF32].join('\n')
}

const binsOf = ({ count, zeros, histogram }: Shown['others']) => ({ count, zeros, bins: histogram.map(bin => ({ ...bin })) })

const asJson = (ways: readonly Shown[], accuracy: number | undefined, about: Readonly<Record<string, string | number>>): string =>
  jsonText({
    ...about,
    accuracy,
    ways: ways.map(way => ({
      scale: way.way,
      factors: way.scales,
      error: way.error,
      othersToZero: flushed(way),
      outlierClipped: clipped(way),
      accuracy: way.accuracy,
      others: binsOf(way.others),
      outlier: binsOf(way.outlier),
    })),
  })
