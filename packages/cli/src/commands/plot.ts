/** `xphi plot`: curves in Braille, or as SVG and PNG files. */
import type { Command } from 'commander'
import { manyActivations } from '../activations.ts'
import { UsageError } from '../exit.ts'
import { checkWritable, writeWhole } from '../files.ts'
import { parseCount, parseFinite, parseParameters } from '../numbers.ts'
import { collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, note, painter, print, widthOf } from '../output.ts'
import { braille } from '../plot/braille.ts'
import { type Figure, figureOf, section } from '@xphi/lab/curve'

interface Options extends CommonOptions {
  readonly formula?: readonly string[]
  readonly param?: readonly string[]
  readonly from: string
  readonly to: string
  readonly derivative?: boolean
  readonly width?: string
  readonly height?: string
  readonly svg?: string
  readonly png?: string
}

const most = { curves: 6, characters: 1000, pixels: 4096 } as const
const defaults = { rows: 20, width: 640, height: 420, pngScale: 2 } as const

export const configure = (command: Command): void => {
  common(command, [
    'xphi plot gelu',
    'xphi plot relu gelu silu --from -3 --to 3',
    "xphi plot gelu --formula 'mine=x*sigmoid(a*x)' --param a=1.7 --svg curves.svg --png curves.png",
  ])
    .description('Curves of one to six functions; of a single one the derivative too, dashed.')
    .argument('[NAME...]', 'activations')
    .option('--formula <NAME=TEXT>', 'a formula of your own; may be repeated', collect)
    .option('--param <NAME=NUMBER>', 'a parameter, for each function that has it; may be repeated', collect)
    .option('--from <X>', 'left end', '-5')
    .option('--to <X>', 'right end', '5')
    .option('--derivative', 'derivatives too (default for a single function)')
    .option('--no-derivative', 'values alone')
    .option('--width <N>', 'characters, or pixels of --svg')
    .option('--height <N>', 'lines, or pixels of --svg')
    .option('--svg <FILE>', 'write an SVG file')
    .option('--png <FILE>', 'write a PNG file, at twice the pixels of the SVG')
    .action(run)
}

async function run(names: readonly string[], options: Options): Promise<void> {
  const formulas = options.formula ?? []
  const activations = manyActivations(names, formulas, parseParameters(options.param ?? []))
  if (activations.length === 0) throw new UsageError("which activation? give names (see 'xphi list') or --formula NAME=TEXT")
  if (activations.length > most.curves)
    throw new UsageError(`${activations.length} curves do not fit in one plot: give at most ${most.curves}`)
  const [from, to] = [parseFinite(options.from, '--from'), parseFinite(options.to, '--to')]
  if (from >= to) throw new UsageError(`--from ${from} is not below --to ${to}`)
  const file = options.svg !== undefined || options.png !== undefined
  const greatest = file ? most.pixels : most.characters
  const width = options.width === undefined ? undefined : parseCount(options.width, '--width', file ? 160 : 10, greatest)
  const height = options.height === undefined ? undefined : parseCount(options.height, '--height', file ? 120 : 4, greatest)
  if (options.svg !== undefined) checkWritable('--svg', options.svg)
  if (options.png !== undefined) checkWritable('--png', options.png)
  const figure = figureOf(activations.map(section), { from, to }, options.derivative ?? activations.length === 1)
  if (figure.curves.every(c => c.segments.length === 0)) throw new UsageError(`nothing to draw: no value is finite from ${from} to ${to}`)
  if (file) await writeFiles(figure, options, { width: width ?? defaults.width, height: height ?? defaults.height })
  if (options.json) print(asJson(figure))
  else if (!file) {
    const size = { width: width ?? widthOf(process.stdout), height: height ?? defaults.rows }
    print(braille(figure, size, painter(colourOf(options))))
  }
}

async function writeFiles(figure: Figure, options: Options, size: { readonly width: number; readonly height: number }): Promise<void> {
  const { draw } = await import('@xphi/lab/curve')
  const { svg } = draw(figure, size)
  if (options.svg !== undefined) {
    writeWhole('--svg', options.svg, svg)
    note(`wrote ${options.svg}`)
  }
  if (options.png !== undefined) {
    const { png } = await import('../plot/png.ts')
    writeWhole('--png', options.png, png(svg, defaults.pngScale))
    note(`wrote ${options.png}`)
  }
}

const asJson = (figure: Figure): string =>
  jsonText({
    from: figure.from,
    to: figure.to,
    notes: figure.notes,
    curves: figure.curves.map(c => ({
      name: c.name,
      segments: c.segments.map(s => ({ x: s.map(p => p[0]), y: s.map(p => p[1]) })),
    })),
  })
