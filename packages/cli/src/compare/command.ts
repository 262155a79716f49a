/** The command that repeats a comparison: every setting that bears on its numbers is given, whether it was typed, usual or found. */
import { type Comparison, shellWord } from '@xphi/lab'
import { findEntry } from 'xphi/catalogue'
import type { Activation } from 'xphi/formula'
import { numberText } from '../output.ts'
import { comparedFunction, type Settings } from './settings.ts'

const isBuiltIn = (a: Activation): boolean => findEntry(a.name)?.formula === a.formula

export function commandOf({ activations, parameters, data, load, rate, seeds }: Settings, { baseline, recipe }: Comparison): string {
  const option = (name: string, value: string | number | undefined): string[] => (value === undefined ? [] : [name, String(value)])
  const builtIn = activations.filter(isBuiltIn).map(a => a.name)
  const own = activations.filter(a => !isBuiltIn(a))
  return [
    'xphi',
    'compare',
    data,
    ...option('--activations', builtIn.join()),
    ...own.flatMap(a => option('--formula', `${a.name}=${a.formula}`)),
    ...Object.entries(parameters).flatMap(([name, value]) => option('--param', `${name}=${numberText(value)}`)),
    ...option('--baseline', baseline),
    ...option('--seeds', seeds.length),
    ...option('--first-seed', seeds[0]),
    ...option('--hidden', recipe.hidden.join()),
    ...option('--functions', recipe.functions?.map(f => f?.name ?? comparedFunction).join()),
    ...option('--epochs', recipe.epochs),
    ...option('--batch', recipe.batch),
    ...option('--lr', rate),
    ...option('--optimiser', recipe.optimiser),
    ...option('--trainable', recipe.trainable),
    ...option('--init', recipe.initialisation),
    ...option('--precision', recipe.precision),
    ...option('--target', load.target),
    ...option('--task', load.task),
    ...option('--ignore', load.ignore?.join()),
    ...(load.header === undefined ? [] : [load.header === 'yes' ? '--header' : '--no-header']),
    ...option('--test', load.test),
    ...(load.commonUnit ? ['--common-unit'] : []),
  ]
    .map(shellWord)
    .join(' ')
}
