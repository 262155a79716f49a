// docs/results/fp8.md from the results, one a job.
import { findingOf } from '../../packages/lab/dist/claims/verdict.js'
import { arms } from './plan.mjs'

const mean = values => values.reduce((sum, v) => sum + v, 0) / values.length
const signed = v => `${v < 0 ? '−' : '+'}${Math.abs(v).toFixed(4)}`
const spread = (values, show = v => v.toFixed(4)) => `${show(mean(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`
/** The verdict of docs/claims.md on means, each [values, 'at least', threshold]: that of their whole 95 % intervals. */
function byIntervals(means) {
  if (means.length === 0) return '–'
  const findings = means.map(([values, is, threshold]) => findingOf({ measure: '', is, threshold, over: 'mean' }, values, values.length))
  const verdict = ['fails', 'undecided', 'holds'].find(v => findings.some(finding => finding.verdict === v))
  const ranges = findings.map(({ interval: [low, high] }) => `[${signed(low)}, ${signed(high)}]`)
  return `${verdict}: ${ranges.join(', ')}`
}
/** The rows on which a verdict by means and one by intervals differ. */
const parting = rows =>
  rows
    .filter(([, , , verdict, , strict]) => strict !== '–' && !strict.startsWith(verdict))
    .map(([part]) => part)
    .join(', ') || 'none'
const less = (a, b, factor = 1) => a.map((v, i) => v - factor * b[i])
/** Of successive ways the differences, each above 0. */
const rises = ways => ways.slice(1).map((losses, i) => [less(losses, ways[i]), 'above', 0])

const percent = v => `${(100 * v).toPrecision(2)} %`
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

export const selector = results => wanted =>
  results.filter(result => Object.entries(wanted).every(([name, value]) => result[name] === value))

export function reportOf(results) {
  const select = selector(results)
  const regression = (arm, strength = 1024, history = 64) => select({ experiment: 'regression', arm, strength, history })
  const characters = (arm, strength = 256, history = 16) => select({ experiment: 'characters', arm, strength, history })
  const outlier = strength => select({ experiment: 'outlier', strength })
  const losses = runs => runs.map(({ loss }) => loss)
  const above = (arm, strength = 256, history = 16) => {
    const base = losses(characters('f32', strength, 16))
    return losses(characters(arm, strength, history)).map((loss, i) => loss - base[i])
  }
  const diverged = runs => runs.filter(run => run.diverged !== undefined)
  const ratios = (over, under) => losses(over).map((loss, i) => loss / losses(under)[i])

  const stories = power => select({ experiment: 'stories', power })[0]
  const grows = values => values.every((v, i) => i === 0 || v > values[i - 1])
  const within = ratios(regression('smooth'), regression('delayed', 0)).filter(r => r >= 0.85 && r <= 1.15)
  const histories = [1, 4, 16, 64]
  const strengths = [64, 128, 256, 512, 1024]
  const byHistory = histories.map(h => mean(above('delayed', 256, h)))
  const byStrength = strengths.map(c => mean(above('delayed', c)))
  const row = (part, statement, found, holds, expected = 'holds', means = []) => [
    part,
    statement,
    found,
    holds ? 'holds' : 'fails',
    expected,
    byIntervals(means),
  ]
  const most = values => Math.max(...values)
  const least = values => Math.min(...values)
  const others = [regression('f32'), regression('smooth'), regression('bf16'), regression('delayed', 0)].flat()
  const identity = [1, 4, 16, 64, 256, 1024].flatMap(outlier)
  const faults = identity.reduce((sum, { differing }) => sum + differing, 0)
  const numbers = identity.reduce((sum, { count }) => sum + count, 0)
  const subnormal = identity.reduce((sum, run) => sum + run.subnormal, 0)
  const tensorAt = c => outlier(c).map(run => run.tensor)
  const smoothAt = c => outlier(c).map(run => run.smooth)

  const [anatomy] = select({ experiment: 'anatomy' })
  const sum = of => anatomy.tensors.reduce((total, tensor) => total + tensor[of], 0)
  const everything = { count: sum('count'), flushed: sum('flushed'), saturated: sum('saturated') }
  const anatomyRows = anatomy.tensors
    .filter(({ tensor }) => tensor === 'hidden')
    .map(({ amax, count, flushed, histogram }, block) => {
      const cosines = anatomy.alignments[block].cosines.map(Math.abs)
      const binades = histogram.filter(bin => bin.count >= count / 100).length
      return [block, amax[0].toPrecision(3), percent(flushed / count), binades, mean(cosines).toFixed(3), Math.max(...cosines).toFixed(3)]
    })

  const verdicts = [
    row(
      '34a',
      'Smooth-SwiGLU without rounding is SwiGLU, bit for bit',
      `${faults} of ${numbers} numbers differ; ${subnormal} more have a subnormal product and are left out`,
      faults === 0,
    ),
    row(
      '34b',
      'error of the other channels by one scale a tensor, c = 256, at least 40 %',
      spread(tensorAt(256)),
      least(tensorAt(256)) >= 0.4,
    ),
    row('34b', 'the same, smooth, at most 5 %', spread(smoothAt(256)), most(smoothAt(256)) <= 0.05),
    row(
      '34b',
      'both at most 5 % for c up to 16',
      `${most([1, 4, 16].flatMap(tensorAt)).toFixed(4)} and ${most([1, 4, 16].flatMap(smoothAt)).toFixed(4)} at most`,
      most([1, 4, 16].flatMap(c => [...tensorAt(c), ...smoothAt(c)])) <= 0.05,
    ),
    row(
      '34c',
      'stories260K, channel 7 times 2^18: KL by one scale a tensor at least .5',
      stories(18).tensor.kl.toFixed(3),
      stories(18).tensor.kl >= 0.5,
    ),
    row('34c', 'the same, smooth, at most .002', stories(18).smooth.kl.toFixed(5), stories(18).smooth.kl <= 0.002),
    row(
      '34d',
      'plain FP8 diverges on at least 9 of 10 seeds',
      `${diverged(regression('delayed')).length} of 10`,
      diverged(regression('delayed')).length >= 9,
    ),
    row(
      '34d',
      'f32, Smooth, bf16 and plain FP8 without the planted unit never do',
      `${diverged(others).length} of ${others.length}`,
      diverged(others).length === 0,
    ),
    row(
      '34d',
      'Smooth / f32 at most 1.6 on every seed',
      spread(ratios(regression('smooth'), regression('f32')), v => v.toFixed(3)),
      most(ratios(regression('smooth'), regression('f32'))) <= 1.6,
    ),
    row(
      '34d',
      'Smooth / plain without the unit in [.85, 1.15] on at least 9 of 10 seeds',
      `${within.length} of 10, ${spread(ratios(regression('smooth'), regression('delayed', 0)), v => v.toFixed(3))}`,
      within.length >= 9,
    ),
    row(
      '34e',
      'plain FP8 at least .03 above f32 on every seed, mean at least .05',
      spread(above('delayed'), signed),
      least(above('delayed')) >= 0.03 && mean(above('delayed')) >= 0.05,
      'holds',
      [[above('delayed'), 'at least', 0.05]],
    ),
    ...[
      ['Smooth', 'smooth', 256],
      ['bf16', 'bf16', 256],
      ['plain FP8 without the unit', 'delayed', 0],
    ].map(([name, arm, c]) =>
      row('34e', `${name} at most .005 above f32 on every seed`, spread(above(arm, c), signed), most(above(arm, c)) <= 0.005),
    ),
    row(
      '34e',
      'just-in-time scales at most half of plain',
      `${signed(mean(above('just-in-time')))} against ${signed(mean(above('delayed')))}`,
      mean(above('just-in-time')) <= mean(above('delayed')) / 2,
      'holds',
      [[less(above('just-in-time'), above('delayed'), 0.5), 'at most', 0]],
    ),
    row(
      '34e',
      'means grow over H = 1, 4, 16, 64',
      byHistory.map(signed).join(', '),
      grows(byHistory),
      'holds',
      rises(histories.map(h => above('delayed', 256, h))),
    ),
    row(
      '34e',
      'means grow over c = 64, 128, 256, 512, 1024',
      byStrength.map(signed).join(', '),
      grows(byStrength),
      'holds',
      rises(strengths.map(c => above('delayed', c))),
    ),
    row('34e', 'c up to 64: mean at most .01', signed(byStrength[0]), byStrength[0] <= 0.01, 'holds', [
      [above('delayed', 64), 'at most', 0.01],
    ]),
    row(
      '34e',
      'plain FP8 is at least .03 worse at c = 64',
      spread(above('delayed', 64), signed),
      mean(above('delayed', 64)) >= 0.03,
      'fails',
      [[above('delayed', 64), 'at least', 0.03]],
    ),
    row(
      '34e',
      'delayed scales by channel are worse than Smooth by at least .01',
      signed(mean(above('channel')) - mean(above('smooth'))),
      mean(above('channel')) - mean(above('smooth')) >= 0.01,
      'fails',
      [[less(above('channel'), above('smooth')), 'at least', 0.01]],
    ),
    row(
      '34f',
      'folding s into w3 before rounding moves the range there: at least .03 above f32',
      spread(above('smooth-folded'), signed),
      mean(above('smooth-folded')) >= 0.03,
      'holds',
      [[above('smooth-folded'), 'at least', 0.03]],
    ),
  ]

  const names = {
    f32: 'f32',
    delayed: 'plain: delayed, one scale',
    smooth: 'Smooth',
    bf16: 'h in bf16',
    channel: 'delayed by channel',
    'just-in-time': 'just in time, one scale',
    'smooth-folded': 'Smooth, folded',
    'smooth-moments': 'Smooth, moments of Adam in FP8 (not registered)',
  }
  const armRow = (name, runs, more) => [
    name,
    `${diverged(runs).length} of ${runs.length}`,
    ...more,
    percent(mean(runs.map(run => run.flushed))),
  ]
  const finite = runs => runs.filter(run => run.diverged === undefined)
  const lossOf = runs => (finite(runs).length > 0 ? spread(losses(finite(runs))) : '–')
  const steps = runs =>
    diverged(runs)
      .map(run => run.diverged)
      .join(', ') || '–'
  const regressionRows = [
    ...arms.map(arm => [names[arm], 1024, 64, regression(arm)]),
    ...[0, 64, 128, 256, 512].map(c => [names.delayed, c, 64, regression('delayed', c)]),
    ...[1, 4, 16].map(h => [names.delayed, 1024, h, regression('delayed', 1024, h)]),
  ].map(([name, c, h, runs]) => armRow(`${name}, c = ${c}${name === 'f32' ? '' : `, H = ${h}`}`, runs, [steps(runs), lossOf(runs)]))
  const characterRows = [
    ...Object.keys(names).map(arm => [arm, 256, 16]),
    ...[0, 64, 128, 512, 1024].map(c => ['delayed', c, 16]),
    ...[64, 128, 512, 1024].map(c => ['smooth', c, 16]),
    ...[1, 4, 64].map(h => ['delayed', 256, h]),
  ].map(([arm, c, h]) => {
    const runs = characters(arm, c, h)
    return [
      `${names[arm]}, c = ${c}${arm === 'f32' ? '' : `, H = ${h}`}`,
      spread(losses(runs)),
      arm === 'f32' ? '–' : spread(above(arm, c, h), signed),
      percent(mean(runs.map(run => run.flushed))),
    ]
  })

  return `# FP8 training and Smooth-SwiGLU

Claim 34 of the register, at its registered seeds. Generated by \`node scripts/fp8/run.mjs\` from [fp8.jsonl](fp8.jsonl), which it fills where results are missing.

**What was planted.** Nothing here grew by itself. In 34d and 34e one hidden unit (channel 0) starts with both of its weight vectors equal to c times a feature that is
almost always 0 (34d: present in 2 of 10 000 rows, and the unit is frozen with no weight behind it; 34e: the letter Q as the last of the window, nothing frozen), so that its rare output is millions
of times as great as the others' typical one (34d at c = 1024, 34e at c = 256). The paper saw such units after 200 billion tokens of a model of 7 billion parameters; that they grow is not shown here,
what they do to FP8 is. In 34c a channel of a real trained model is scaled by 2^18 before the rounding and by 2^-18 after it, which changes nothing in f32.

**The recipe.** Weights, inputs and hidden units in E4M3, gradients in E5M2; scale = the format's greatest number / the greatest magnitude of the last H steps, no margin; what is too large becomes the
greatest number; products accumulated in f32, weights kept in f32. The arms differ in how the hidden units' output h is rounded. Smooth: each channel times 2^floor(log2(1 / its greatest magnitude
now)), then as plain, then divided. In 34c h alone is rounded (with every weight in E4M3, the scaled row would flush the rest of its own tensor), scaled just in time, in all five blocks.
Smooth without folding rounds h only; folded, w3 is rounded as Q(w3 / s).

## Verdicts

The register speaks of means, and the verdicts here go by them. [docs/claims.md](../claims.md) has one rule for all claims, which is stricter: a mean counts by its whole 95 % interval (Student, over seeds),
and is undecided where that reaches over the bound. The last column is that rule on the rows that rest on a mean; they part on ${parting(verdicts)}. Ten seeds
more, registered afterwards and run there, decide 34f: folding moves the range.

${table(['', 'registered before', 'found: mean (least to greatest)', 'verdict', 'expected', 'by the interval'], verdicts)}

## 34b: one aligned unit

Relative error (Euclidean) of the outputs of the other 63 units in E4M3, 10 seeds.

${table(
  ['c', 'one scale a tensor', 'Smooth'],
  [1, 4, 16, 64, 256, 1024].map(c => [c, spread(tensorAt(c)), spread(smoothAt(c))]),
)}

## 34c: stories260K with channel 7 scaled

Mean KL divergence in nats of the next token from f32, over the model's own greedy text of 256 tokens.

${table(
  ['factor', 'f32', 'one scale a tensor', 'flushed to 0', 'Smooth', 'flushed to 0'],
  [0, 6, 12, 15, 18, 24].map(power => {
    const { scaled, tensor, smooth } = stories(power)
    return [
      `2^${power}`,
      scaled.kl.toPrecision(2),
      tensor.kl.toPrecision(3),
      percent(tensor.flushed),
      smooth.kl.toPrecision(3),
      percent(smooth.flushed),
    ]
  }),
)}

## What FP8 does to stories260K as it is

Each hidden tensor (the input of w3) and its block's weights of gate and value, in E4M3 by one scale a tensor, over the same text. Binades: powers of two that the rounded numbers lie in, from the least with a
hundredth of the tensor up; E4M3 has 18. |cos(w1, w2)|: of the units' two weight vectors, mean and greatest; 0.0998 is the mean of random directions.

${table(['block', 'greatest h', 'h flushed', 'binades', 'mean &#124;cos&#124;', 'greatest'], anatomyRows)}

In all tensors together, input, weights and h of every product: ${percent(everything.flushed / everything.count)} of the numbers flushed to 0, ${everything.saturated} saturated.

## 34d: regression

Mean squared error of the last 300 of 600 steps, 10 seeds; means (least to greatest) over those that did not diverge. Flushed: share of h that became 0.

${table(['arm', 'diverged', 'at step', 'loss', 'flushed'], regressionRows)}

![Loss by arm](fp8-regression-arms.svg)

## 34e and 34f: characters of tinyshakespeare

Nats a character in training, over the last 300 of 800 steps, 5 seeds; above f32: of the same seed and c.

${table(['arm', 'loss', 'above f32', 'flushed'], characterRows)}

![Loss above f32 by arm](fp8-characters-arms.svg)
![By the strength of the planted unit](fp8-characters-alignment.svg)
![By the history of the scales](fp8-characters-history.svg)
`
}
