/** What low precision did to each tensor of the networks: magnitudes, losses at both ends of the format, and the numbers that are used of it. */
import { exponentOf, formats } from 'xphi/number'
import type { RoundingTotals, TensorRecord } from '@xphi/train'
import { themed } from '../chart/palette.ts'
import { escaped } from '../chart/svg.ts'
import { layerName } from '../compare/network.ts'
import type { RoundingPoint, Roundings } from '../compare/precision.ts'
import { mean } from '../compare/statistics.ts'
import type { Comparison, Trained } from '../compare/types.ts'
import { finishedTrials } from './highlight.ts'
import { count, percent, significant } from './numbers.ts'

type Rounded = Trained & { readonly roundings: Roundings }

const isRounded = (trial: Trained): trial is Rounded => trial.roundings !== undefined
const share = (of: 'flushed' | 'saturated', records: readonly Pick<RoundingTotals, 'count' | 'flushed' | 'saturated'>[]): number =>
  records.reduce((sum, r) => sum + r[of], 0) / records.reduce((sum, r) => sum + r.count, 0)

/** Of all tensors of an activation's networks, over their whole trainings: shares of the numbers that became 0, and the format's greatest. */
export function roundingShares(trials: readonly Trained[]): { readonly flushed: number; readonly saturated: number } | undefined {
  const totals = trials.filter(isRounded).flatMap(({ roundings }) => roundings.totals)
  return totals.length === 0 ? undefined : { flushed: share('flushed', totals), saturated: share('saturated', totals) }
}

/** A section, or nothing where all was f32. */
export function rounding(comparison: Comparison): string {
  const { recipe, results } = comparison
  const rows = results.flatMap(({ activation }) => rowsOf(activation, finishedTrials(comparison, activation).filter(isRounded), comparison))
  if (rows.length === 0) return ''
  const head = [
    'Activation',
    'Layer',
    'Tensor',
    'Format',
    'Greatest, first',
    'Greatest, last',
    'Became 0',
    'Cut off',
    'Numbers used of the format',
  ]
  return `<section aria-labelledby="rounding"><h2 id="rounding">What ${escaped(recipe.precision ?? '')} did to the numbers</h2>
<p>Each tensor of a product is rounded before it. Its greatest magnitude in a step near the beginning and in the last one (where channels are smooth, after their scales), of the first seed; shares over the whole training, all seeds; and how the numbers of the last step lie on the format\u2019s powers of two, the least on the left.</p>
<div class="scroll" role="region" aria-labelledby="rounding" tabindex="0"><table><thead><tr>${head.map(text => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>
${alignmentText(comparison)}</section>`
}

function rowsOf(name: string, trials: readonly Rounded[], { recipe }: Comparison): readonly string[] {
  if (trials.length === 0) return []
  const [{ roundings, spec }] = trials
  const [first, last] = [roundings.points[0], roundings.points[roundings.points.length - 1]]
  return last.tensors.map((record, i) => {
    const totals = trials.flatMap(trial => trial.roundings.totals.filter(total => isSame(total, record)))
    const cells = [
      escaped(layerName(spec.activation, recipe, record.layer)),
      record.tensor,
      record.format,
      greatestOf(first, record),
      greatestOf(last, record),
      percent(share('flushed', totals)),
      percent(share('saturated', totals)),
      bars(record),
    ]
    return `<tr><th scope="row">${i === 0 ? `<b><bdi>${escaped(name)}</bdi></b>` : ''}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  })
}

const isSame = (a: Pick<RoundingTotals, 'layer' | 'name' | 'tensor'>, b: typeof a): boolean =>
  a.layer === b.layer && a.name === b.name && a.tensor === b.tensor

const greatestOf = ({ tensors }: RoundingPoint, record: TensorRecord): string =>
  significant(Math.max(...(tensors.find(tensor => isSame(tensor, record))?.amax ?? [])), 3)

const [barWidth, barHeight] = [4, 22]
/** Of formats of 8 bits all powers are drawn, of wider ones those that occur. */
const mostPowers = 40

function bars({ format, histogram, zeros, count: numbers }: TensorRecord): string {
  if (histogram.length === 0) return ''
  const { minimumExponent, maximumExponent, precision } = formats[format]
  const exponents = histogram.map(({ from }) => exponentOf(from))
  const whole = [minimumExponent - precision + 1, maximumExponent] as const
  const [low, high] = whole[1] - whole[0] < mostPowers ? whole : [exponents[0], exponents[exponents.length - 1]]
  const most = Math.max(...histogram.map(bin => bin.count))
  const drawn = histogram.map((bin, i) => {
    const height = Math.max(1, (barHeight * bin.count) / most)
    return `<rect x="${barWidth * (exponents[i] - low)}" y="${(barHeight - height).toFixed(1)}" width="${barWidth - 1}" height="${height.toFixed(1)}"/>`
  })
  const width = barWidth * (high - low + 1)
  const label = `${histogram.length} of ${high - low + 1} powers of two from 2^${low} to 2^${high}; ${percent(zeros / numbers)} are 0`
  return `<svg width="${width}" height="${barHeight + 1}" viewBox="0 0 ${width} ${barHeight + 1}" role="img" aria-label="${label}" fill="${themed.series[0]}"><path d="M0 ${barHeight + 0.5}H${width}" stroke="${themed.middle}"/>${drawn.join('')}</svg><small>2^${low} to 2^${high}</small>`
}

/** How far the two weight vectors of gated units point the same way, at the end. */
function alignmentText(comparison: Comparison): string {
  const texts = comparison.results.flatMap(({ activation }) => {
    const trials = finishedTrials(comparison, activation).filter(isRounded)
    const cosines = trials.flatMap(({ roundings: { points } }) =>
      points[points.length - 1].alignments.flatMap(layer => layer.cosines.map(Math.abs).filter(Number.isFinite)),
    )
    if (cosines.length === 0) return []
    return [
      `<bdi>${escaped(activation)}</bdi>: mean ${significant(mean(cosines), 3)}, greatest ${significant(Math.max(...cosines), 3)} (${count(cosines.length, 'unit')}, all seeds)`,
    ]
  })
  return texts.length === 0 ? '' : `<p class="small">|cos(w1, w2)| of gated units at the end. ${texts.join('; ')}.</p>`
}
