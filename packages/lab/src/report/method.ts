/** How a comparison was made: data, networks, rates, machine, and the command that makes it again. */
import { escaped } from '../chart/svg.ts'
import { hiddenText } from '../compare/network.ts'
import type { Comparison } from '../compare/types.ts'
import { count, grouped, significant } from './numbers.ts'

export function method(comparison: Comparison, command: string): string {
  const { data, machine, seeds } = comparison
  const notes = data.notes.map(n => `<li><bdi>${escaped(n)}</bdi></li>`).join('')
  const rows: readonly (readonly [string, string])[] = [
    ['Data', `${dataText(comparison)}${notes === '' ? '' : `<ul>${notes}</ul>`}`],
    ['Test part', testText(comparison)],
    ['Networks', networkText(comparison)],
    ['Learning rates', ratesText(comparison)],
    ['Seeds', `${seedsText(seeds)}. Split, batches and initial weights follow from the seed alone, so runs of one seed are paired.`],
    ['Machine', `<bdi>${escaped(machine.cpu)}</bdi>, ${count(machine.cores, 'core')}, Node <bdi>${escaped(machine.node)}</bdi>`],
  ]
  return `<section aria-labelledby="method"><h2 id="method">How it was made</h2>
<dl>${rows.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('\n')}</dl>
<h3>Make it again</h3>
<pre tabindex="0"><code>${escaped(command)}</code></pre></section>`
}

/** A run of successive seeds by its ends. */
const seedsText = (seeds: readonly number[]): string =>
  seeds.length > 3 && seeds.every((s, i) => s === seeds[0] + i) ? `${seeds[0]} to ${seeds[seeds.length - 1]}` : seeds.join(', ')

const mostClasses = 20

function dataText({ data }: Comparison): string {
  const { classes = [], target } = data
  const named = classes
    .slice(0, mostClasses)
    .map(c => `<bdi>${escaped(c)}</bdi>`)
    .join(', ')
  const what =
    data.task === 'regression'
      ? `target <bdi>${escaped(target ?? '')}</bdi>`
      : `${grouped(classes.length)} classes (${named}${classes.length > mostClasses ? ', \u2026' : ''})`
  return `<bdi>${escaped(data.name)}</bdi>: ${count(data.rows, 'row')}, ${count(data.features, 'feature')}, ${what}.`
}

const testText = ({ data }: Comparison): string =>
  `${count(data.testRows, 'row')} that nothing is fitted to, ${data.split === 'own' ? 'as the data came' : 'drawn by seed'}; features are standardised by the training part alone.`

function networkText({ recipe }: Comparison): string {
  const { hidden, epochs, batch, optimiser, trainable, precision } = recipe
  const layers = hidden.length === 0 ? 'no hidden layer' : `hidden layers of ${escaped(hiddenText(recipe))} units`
  const parameters = {
    none: 'parameters of the activations are fixed',
    one: 'parameters that an activation\u2019s authors train are trained, one for all units',
    channel: 'parameters that an activation\u2019s authors train are trained, one a unit',
  }[trainable]
  return `${layers}${hidden.length === 0 ? '' : ' (gated ones 2/3 of them, so that parameters match)'}; ${optimiser}, ${count(epochs, 'epoch')}, batches of ${batch}; ${parameters}${precision === undefined ? '' : `; products in ${precision}, weights kept in f32`}.`
}

function ratesText({ data, rates }: Comparison): string {
  if (rates.kind === 'fixed')
    return `${significant(rates.rate, 3)} for all. One rate does not suit every activation equally: --lr auto chooses for each.`
  const grid = rates.grid.map(r => significant(r, 3)).join(', ')
  const who = data.split === 'drawn' ? 'activation and seed' : 'activation'
  return `for each ${who} one of ${grid}: the nearest to the middle whose error on a validation part is within one standard error of the least; the test part was not touched. The table has them.`
}
