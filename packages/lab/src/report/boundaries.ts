/** Decision boundaries of one seed as small multiples, where the data has two features. */
import { Random } from '@xphi/train'
import { boundaryPanel, type DataPoint, leads, markSample, pointMarks } from '../chart/boundary.ts'
import { escaped } from '../chart/svg.ts'
import type { Boundary, Comparison, Result, Trained } from '../compare/types.ts'
import { finishedTrials } from './highlight.ts'
import { decimalsOf, fixed, significant } from './numbers.ts'

const mostPanels = 12
const mostPoints = 400

interface Panel {
  readonly result: Result
  /** Missing where the run diverged. */
  readonly trial?: Trained & { readonly boundary: Boundary }
}

/** The panels, best first, or nothing where no run has a boundary. */
export function boundaries(comparison: Comparison, points: readonly DataPoint[] = []): string {
  const { data, seeds } = comparison
  const panels = comparison.results.flatMap(result => panelOf(comparison, result))
  const plane = panels.find(p => p.trial)?.trial?.boundary
  if (!plane) return ''
  const classes = data.task === 'classification' ? plane.outputs : undefined
  const names = data.featureNames ?? ['the first feature', 'the second']
  const some = subset(points)
  const marks = some.length > 0 ? 'points' : undefined
  const shown = panels.slice(0, mostPanels)
  const axis = (d: 0 | 1): string => `<bdi>${escaped(names[d])}</bdi>, ${significant(plane.from[d], 3)} to ${significant(plane.to[d], 3)}`
  const sentences = [
    `Across: ${axis(0)}; up: ${axis(1)}.`,
    classes === undefined ? 'The stronger the shade, the larger the prediction.' : leadText,
    marks === undefined ? '' : `Marks: ${some.length === points.length ? 'the' : `${some.length} random`} rows of the data.`,
    panels.length > shown.length ? `The first ${shown.length} of ${panels.length} activations.` : '',
  ]
  return `<section aria-labelledby="planes"><h2 id="planes">${classes === undefined ? 'Predictions' : 'Decision boundaries'}, seed ${seeds[0]}</h2>
<p>${sentences.filter(s => s !== '').join(' ')}</p>
${classes === undefined ? '' : legend(data.classes ?? [], marks !== undefined)}
${marks === undefined ? '' : `<svg class="marks" width="0" height="0" aria-hidden="true"><defs>${pointMarks(marks, some, plane, classes)}</defs></svg>`}
<div class="planes">
${shown.map(panel => figure(comparison, panel, classes, marks)).join('\n')}
</div></section>`
}

const leadText = `The line is where two classes are equally likely; stronger shades begin where the likeliest leads the next by ${leads
  .slice(1)
  .map(lead => 100 * lead)
  .join(' and ')} percentage points.`

/** The first seed's run of an activation, if it came to an end or diverged. */
function panelOf(comparison: Comparison, result: Result): Panel[] {
  const [seed] = comparison.seeds
  const trial = finishedTrials(comparison, result.activation).find(t => t.spec.seed === seed)
  if (trial?.boundary) return [{ result, trial: { ...trial, boundary: trial.boundary } }]
  return result.diverged.some(d => d.seed === seed) ? [{ result }] : []
}

function figure(comparison: Comparison, { result, trial }: Panel, classes: number | undefined, marks: string | undefined): string {
  const name = `<b><bdi>${escaped(result.activation)}</bdi></b>`
  if (!trial) return `<figure><div class="empty">diverged</div><figcaption>${name}</figcaption></figure>`
  const description = 'what the trained network says over the plane of both features'
  const panel = boundaryPanel(trial.boundary, classes, `${result.activation}, seed ${trial.spec.seed}`, description, marks)
  const unit = comparison.metric.unit === '%' ? ' %' : ''
  return `<figure>${panel}<figcaption>${name} ${fixed(trial.metric, decimalsOf(comparison))}${unit}</figcaption></figure>`
}

const legend = (classes: readonly string[], marked: boolean): string =>
  `<ul class="legend">${classes
    .map(
      (name, k) => `<li class="series${k % 6}">${marked ? markSample(k) : '<span class="swatch"></span>'}<bdi>${escaped(name)}</bdi></li>`,
    )
    .join('')}</ul>`

/** At most `mostPoints` of the points, each as likely as any other; always the same ones. */
function subset(points: readonly DataPoint[]): readonly DataPoint[] {
  if (points.length <= mostPoints) return points
  const random = new Random(0)
  const order = points.map((_, i) => i)
  for (let i = 0; i < mostPoints; i++) {
    const j = i + random.below(order.length - i)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order.slice(0, mostPoints).map(i => points[i])
}
