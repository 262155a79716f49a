/** The gradient by depth, as a curve for each function, and the program that computes it again. */
import { heights } from '@xphi/lab/chart'
import type { Curve, Figure } from '@xphi/lab/curve'
import type { DepthSpec } from '@xphi/lab'
import type { Activation } from 'xphi/formula'
import { isBuiltIn } from '../state/functions.ts'
import type { HeatFigure } from './heat.ts'

/** Where the gradient is 0 the curve ends: it has no logarithm. */
export function byDepth(maps: HeatFigure['maps'], step: number, axes: NonNullable<Figure['axes']>): Figure {
  const curves = maps.map(({ name, gradients: { norms } }, series): Curve => {
    const points = (norms[step] ?? []).flatMap((norm, i): [number, number][] => (norm > 0 ? [[i + 1, Math.log10(norm)]] : []))
    return { name, segments: points.length > 0 ? [points] : [], series, dashed: false }
  })
  const layers = Math.max(2, ...maps.map(m => m.gradients.layers))
  const { low, high } = heights(curves.flatMap(c => c.segments.flatMap(s => s.map(p => p[1]))))
  // A decade is little here: a curve that keeps within one is level.
  const middle = (low + high) / 2
  return {
    title: axes.y,
    notes: [axes.y],
    from: 1,
    to: layers,
    low: Math.min(low, middle - 1),
    high: Math.max(high, middle + 1),
    curves,
    log: true,
    axes,
  }
}

/** A program that prints the numbers of the maps, bit for bit. */
export function recipeOf(
  activations: readonly Activation[],
  { initialisation, layers, seed }: Omit<DepthSpec, 'activation'>,
  steps: number,
): string {
  const made = activations.map(a =>
    isBuiltIn(a)
      ? `activation('${a.name}', ${JSON.stringify(a.parameters)})`
      : `fromFormula('${a.name}', '${a.formula}', ${JSON.stringify(a.parameters)})`,
  )
  return `import { liveDepth } from '@xphi/lab'
import { activation, fromFormula } from 'xphi/formula'

for (const f of [${made.join(', ')}]) {
  const live = await liveDepth({ activation: f, initialisation: '${initialisation}', layers: ${layers}, seed: ${seed} })
  for (let step = 0; step < ${steps}; step++) console.log(f.name, step, live.step({ kind: 'adam', rate: 0.001 }))
}
`
}
