/** The table of a report: one row an activation, best first, each interval drawn beside its number. */
import { dashes } from '../chart/palette.ts'
import { dashed, escaped } from '../chart/svg.ts'
import { whisker, whiskerHead, whiskerScale } from '../chart/whisker.ts'
import { seedsAtEdge } from '../compare/rates.ts'
import type { Comparison, Result } from '../compare/types.ts'
import { colourOf, highlighted } from './highlight.ts'
import { count, decimalsOf, difference, fixed, grouped, interval, percent, pText, rateRange, significant } from './numbers.ts'

/** The table, its caption and what its columns mean. */
export function table(comparison: Comparison): string {
  const { metric, results, baseline, seeds, data, rates } = comparison
  const styles = highlighted(comparison)
  const decimals = decimalsOf(comparison)
  const possible = metric.unit === '%' ? ([0, 100] as const) : ([0, Infinity] as const)
  const scale = whiskerScale(results, possible)
  const reference = results.find(r => r.activation === baseline)?.mean ?? Number.NaN
  const name = metric.name === 'test accuracy' ? 'Test accuracy' : 'Test error, rms'
  const head = [
    th('Activation'),
    th(`${name}, <bdi>${escaped(metric.unit)}</bdi>`, 'number'),
    `<th scope="col">${seeds.length > 1 ? '95 % interval' : 'one seed: no interval'}${whiskerHead(scale)}</th>`,
    th(`Against <bdi>${escaped(baseline)}</bdi>`, 'number'),
    ...['ms a step', 'Dead units', 'Gradient first / last', 'Parameters', 'Rate', 'Seeds'].map(t => th(t, 'number')),
  ]
  const edges = ({ activation }: Result): boolean => rates.kind === 'auto' && seedsAtEdge(rates, activation) > 0
  const rows = results.map(r => {
    const style = styles.get(r.activation)
    const cells = [
      metricCell(r, decimals),
      `<td class="drawn">${whisker(r, scale, colourOf(style), reference)}</td>`,
      td(againstCell(r, baseline, decimals)),
      ...[
        significant(r.stepMs, 3),
        percent(r.deadShare),
        significant(r.gradientRatio, 2),
        grouped(r.parameters),
        rateRange(r.rates) + (edges(r) ? '<sup>*</sup>' : ''),
        seedsCell(r, comparison),
      ].map(td),
    ]
    return `<tr><th scope="row">${sample(style)}<b><bdi>${escaped(r.activation)}</bdi></b><code><bdi>${escaped(r.formula)}</bdi></code></th>${cells.join('')}</tr>`
  })
  return `<div class="scroll" role="region" aria-labelledby="caption" tabindex="0"><table>
<caption id="caption"><span>${name} on <bdi>${escaped(data.name)}</bdi>, ${metric.better} is better; means over ${count(seeds.length, 'seed')}, best first</span></caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
<p class="small">${[
    seeds.length > 1 ? 'Intervals: Student\u2019s, 95 %, over seeds; the vertical line is the baseline.' : '',
    seeds.length > 1 ? 'Differences are paired by seed; p: paired t-test, two-sided, after Holm\u2019s correction.' : '',
    'Dead units: the share of hidden units that are off on every row looked at.',
    'Gradient first / last: norm of the loss\u2019s gradient in the first layer over that in the last.',
    results.some(r => r.ci95[0] < scale.low || r.ci95[1] > scale.high || r.mean < scale.low || r.mean > scale.high)
      ? 'Arrows point beyond the scale.'
      : '',
    results.some(edges) ? '<sup>*</sup> An end of the grid of rates: a better one may lie beyond.' : '',
    '\u2013: not defined.',
  ]
    .filter(s => s !== '')
    .join(' ')}</p>`
}

const th = (content: string, kind = ''): string => `<th scope="col"${kind === '' ? '' : ` class="${kind}"`}>${content}</th>`
const td = (content: string): string => `<td class="number">${content}</td>`
const under = (text: string): string => (text === '' ? '' : `<small>${text}</small>`)

function metricCell(r: Result, decimals: number): string {
  if (Number.isFinite(r.mean)) return td(`<b>${fixed(r.mean, decimals)}</b>${under(interval(r.ci95, x => fixed(x, decimals)))}`)
  return td(`<em>${r.diverged.length > 0 ? 'diverged' : 'no result'}</em>`)
}

function againstCell({ activation, vsBaseline }: Result, baseline: string, decimals: number): string {
  if (activation === baseline) return 'baseline'
  if (!vsBaseline) return '\u2013'
  const as = (x: number): string => difference(x, decimals)
  return as(vsBaseline.difference) + under(interval(vsBaseline.ci95, as)) + under(pText(vsBaseline.p))
}

const mostEnds = 3

/** How many seeds came to their end, and what happened to the others. */
function seedsCell({ n, diverged, activation }: Result, { seeds, failures }: Comparison): string {
  const ends = [
    ...diverged.map(d => `seed ${d.seed} diverged at step ${d.step}, ${escaped(d.where)}`),
    ...failures.filter(f => f.activation === activation).map(f => `seed ${f.seed} failed: <bdi>${escaped(f.message)}</bdi>`),
  ]
  const more = ends.length > mostEnds ? [`and ${ends.length - mostEnds} more`] : []
  return `${n} of ${seeds.length}${[...ends.slice(0, mostEnds), ...more].map(under).join('')}`
}

/** The line style of an activation, as in the curves. */
const sample = (style: number | undefined): string =>
  `<svg class="sample" width="34" height="10" viewBox="0 0 34 10" aria-hidden="true"><path d="M1 5H33" stroke="${colourOf(style)}" stroke-width="${style === undefined ? 1 : 2.5}"${dashed(style === undefined ? '' : dashes[style])}/></svg>`
