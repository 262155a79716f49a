/** What the grids of FP8 and of the story say in common. */
import type { Fp8Answer } from '../engine/questions.ts'
import type { english } from '../i18n/fp8.ts'
import { type GridFigure, raised } from '../plot/grid.ts'

/** Names of the groups, where the first channel is multiplied by 2^outlier. */
export const labelsOf = (w: typeof english, [{ others, outlier: first }]: Fp8Answer['ways'], outlier: number): GridFigure['labels'] => ({
  others: w.others(others.count / first.count),
  outlier: `${w.outlierName} × 2${raised(outlier)}`,
  zero: w.zero,
})
