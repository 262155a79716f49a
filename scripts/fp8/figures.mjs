// The curves of the trainings, as SVG files that stand alone.
import { lineChart } from '../../packages/lab/dist/chart/lines.js'
import { standalone } from '../../packages/lab/dist/chart/standalone.js'

const drawn = chart => standalone(lineChart(chart))

/** Means and ranges over seeds of the means of 20 steps; seeds that have diverged are left out from there on. */
function bands(curves) {
  const longest = Math.max(...curves.map(curve => curve.length))
  return Array.from({ length: longest }, (_, i) => {
    const there = curves.flatMap(curve => (i < curve.length ? [curve[i]] : []))
    return { x: 20 * (i + 1), y: there.reduce((sum, v) => sum + v, 0) / there.length, low: Math.min(...there), high: Math.max(...there) }
  })
}

/** `of` finds the results of one curve; `base` those of f32, seed by seed, which are subtracted. */
const series = (names, of, base, letter = '') =>
  names.map((name, style) => {
    const curves = of(name).map((result, seed) =>
      base === undefined ? result.curve : result.curve.map((loss, i) => loss - base(name)[seed].curve[i]),
    )
    return { name: `${letter}${name}`, style, points: bands(curves.map(curve => curve.slice(base === undefined ? 0 : 10))) }
  })
const late = shown => shown.map(s => ({ ...s, points: s.points.map(p => ({ ...p, x: p.x + 200 })) }))

/** Texts by file name. */
export function figuresOf(select) {
  const regression = arm => select({ experiment: 'regression', arm, strength: 1024, history: 64 })
  const characters = (arm, strength, history) => select({ experiment: 'characters', arm, strength, history })
  const minusF32 = 'Loss less that of the same seed in f32; mean and range over five seeds, from step 200 on.'
  const chart = (id, title, description, shown, more = {}) => [
    `${id}.svg`,
    drawn({ id, title, description, xName: 'step', log: false, series: shown, ...more }),
  ]
  const zero = { reference: { name: 'f32', y: 0 } }
  const arms = ['delayed', 'smooth', 'bf16', 'channel', 'just-in-time', 'smooth-folded']
  return Object.fromEntries([
    chart(
      'fp8-regression-arms',
      '34d: loss by arm',
      'Mean squared error; mean and range over ten seeds, of those that have not diverged.',
      series(['delayed', 'smooth', 'bf16', 'channel', 'just-in-time', 'f32'], regression),
      { log: true },
    ),
    chart(
      'fp8-characters-arms',
      '34e: loss above f32 by arm',
      minusF32,
      late(
        series(
          arms,
          arm => characters(arm, 256, 16),
          () => characters('f32', 256, 16),
        ),
      ),
      zero,
    ),
    chart(
      'fp8-characters-alignment',
      '34e: loss above f32 by the strength c of the planted unit, delayed scales by tensor',
      minusF32,
      late(
        series(
          [0, 64, 128, 256, 512, 1024],
          c => characters('delayed', c, 16),
          c => characters('f32', c, 16),
          'c ',
        ),
      ),
      zero,
    ),
    chart(
      'fp8-characters-history',
      '34e: loss above f32 by the steps H that delayed scales remember',
      minusF32,
      late(
        series(
          [1, 4, 16, 64],
          h => characters('delayed', 256, h),
          () => characters('f32', 256, 16),
          'H ',
        ),
      ),
      zero,
    ),
  ])
}
