/** `xphi show`: everything that is known of one activation. */
import type { Command } from 'commander'
import {
  type Activation,
  activation,
  definitionOf,
  derivativeTexts,
  domain,
  expressionOf,
  gradients,
  ir,
  print as printed,
} from 'xphi/formula'
import { type Entry, findEntry } from 'xphi/catalogue'
import { type Features, features, figureOf, type Interval, section } from '@xphi/lab/curve'
import { parseParameters } from '../numbers.ts'
import { collect, type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, numberText, type Paint, painter, print, widthOf, wrap } from '../output.ts'
import { braille } from '../plot/braille.ts'

interface Options extends CommonOptions {
  readonly param?: readonly string[]
}

export const configure = (command: Command): void => {
  common(command, ['xphi show gelu', 'xphi show elu --param alpha=0.5', 'xphi show swiglu --json'])
    .description('Formula, derivative, properties, history, sources and a plot.')
    .argument('<NAME>', "an activation (see 'xphi list')")
    .option('--param <NAME=NUMBER>', 'a parameter of the function; may be repeated', collect)
    .action((name: string, options: Options) => {
      const shown = describe(name, parseParameters(options.param ?? []))
      print(options.json ? asJson(shown) : asText(shown, painter(colourOf(options))))
    })
}

interface Shown {
  readonly entry: Entry
  readonly activation: Activation
  /** By input; of a row function the gradient of sum(dy * y). */
  readonly derivative: Readonly<Record<string, string>>
  readonly features?: Features
}

function describe(name: string, parameters: Readonly<Record<string, number>>): Shown {
  const entry = findEntry(definitionOf(name).name)!
  const a = activation(name, parameters)
  const derivative =
    a.kind === 'row'
      ? {
          x: gradients(expressionOf(a), ir.input('dy'), [ir.input('x')])
            .map(printed)
            .join(),
        }
      : derivativeTexts(a)
  if (a.kind !== 'pointwise') return { entry, activation: a, derivative }
  const { value, slope } = section(a)
  return { entry, activation: a, derivative, features: features(value, slope) }
}

const asJson = ({ entry, activation: a, derivative, features: found }: Shown): string =>
  jsonText({
    name: entry.name,
    aliases: entry.aliases,
    title: entry.title,
    kind: entry.kind,
    formula: entry.formula,
    derivative,
    parameters: entry.parameters.map(p => ({ ...p, value: a.parameters[p.name] })),
    kinks: entry.kinks.map(k => ({ ...k })),
    limits: entry.limits && { ...entry.limits },
    slopeLimits: entry.slopeLimits && { ...entry.slopeLimits },
    zeros: found?.zeros,
    minima: found?.minima.map(m => ({ ...m })),
    maxima: found?.maxima.map(m => ({ ...m })),
    year: entry.year,
    authors: entry.authors,
    usedBy: entry.usedBy,
    history: entry.history,
    corrections: entry.corrections,
    sources: entry.sources.map(s => ({ ...s })),
  })

const intervalText = ([from, to]: Interval): string => {
  if (from === to) return numberText(from)
  if (from === -Infinity) return to === Infinity ? 'everywhere' : `x <= ${to}`
  return to === Infinity ? `x >= ${from}` : `${from} <= x <= ${to}`
}

/** Name and text of each line of the table. */
function properties({ entry, activation: a, derivative, features: found }: Shown): (readonly [string, string])[] {
  const slopes = Object.entries(derivative)
  const single = entry.kind === 'pointwise'
  const points = (list: Features['minima']): string => list.map(p => `${p.y} at x = ${p.x}`).join('; ')
  const ends = (l: { readonly minusInfinity: string; readonly plusInfinity: string }): string =>
    `${l.minusInfinity} at -inf, ${l.plusInfinity} at +inf`
  return [
    ['formula', entry.formula],
    ...slopes.map(([input, text]) => [single ? 'derivative' : entry.kind === 'row' ? 'gradient' : `d/d${input}`, text] as const),
    ['kind', entry.kind],
    ...entry.parameters.map(p => {
      const learned = p.trainable ? ', learned in training' : ''
      return ['parameter', `${p.name} = ${a.parameters[p.name]} (${domain(p)}${learned}): ${p.meaning}`] as const
    }),
    ...(entry.limits ? [['limits', ends(entry.limits)] as const] : []),
    ...(entry.slopeLimits ? [['of the slope', ends(entry.slopeLimits)] as const] : []),
    ...(found?.zeros.length ? [['zeros', found.zeros.map(intervalText).join(', ')] as const] : []),
    ...(found?.minima.length ? [['minimum', points(found.minima)] as const] : []),
    ...(found?.maxima.length ? [['maximum', points(found.maxima)] as const] : []),
    ...entry.kinks.map(k => ['kink', `at ${k.input} = ${k.at} the derivative is taken as ${k.derivative}`] as const),
    ['used by', entry.usedBy.join(', ')],
    ...(entry.aliases.length ? [['also', entry.aliases.join(', ')] as const] : []),
  ]
}

function asText(shown: Shown, paint: Paint): string {
  const { entry, activation: a } = shown
  const width = widthOf(process.stdout)
  const start = entry.name.length + 2
  const rows = properties(shown).map(([name, text]) => {
    const lines = wrap(text, width, ' '.repeat(14))
    return paint('faint', name.padEnd(14)) + lines.slice(14)
  })
  const part = (title: string, lines: readonly string[]): string[] => (lines.length ? ['', paint('bold', title), ...lines] : [])
  const plot = braille(figureOf([section(a)], { from: -5, to: 5 }, true), { width, height: 16 }, paint)
  return [
    paint('bold', entry.name) + wrap(`${entry.title}, ${entry.year}, ${entry.authors}`, width, ' '.repeat(start)).slice(entry.name.length),
    '',
    ...rows,
    '',
    plot,
    ...part('History', [wrap(entry.history, width)]),
    ...part(
      'Put right',
      entry.corrections.map(c => `- ${wrap(c, width, '  ').slice(2)}`),
    ),
    ...part(
      'Sources',
      entry.sources.map(s => `- ${wrap(`${s.authors} (${s.year}). ${s.title}. ${s.where}`, width, '  ').slice(2)}`),
    ),
  ].join('\n')
}
