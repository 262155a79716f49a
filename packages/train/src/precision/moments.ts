import type { ParameterBlock } from '../parameters.ts'
import { Quantiser, type Rounder } from './quantiser.ts'
import type { Precision } from './recipe.ts'

/** Keeps Adam's moments in low formats, each tensor scaled by its greatest magnitude (Fishman and others 2024: E4M3 and E5M2). */
export class MomentRounding {
  readonly #parameters: ParameterBlock
  readonly #tensors: readonly { readonly quantiser: Quantiser; readonly at: () => number; readonly rows: number }[]

  constructor(rounder: Rounder, parameters: ParameterBlock, formats: NonNullable<Precision['moments']>) {
    this.#parameters = parameters
    this.#tensors = (['first', 'second'] as const).flatMap(moment =>
      parameters.tensors.map(({ layer, name, shape, length, offset }) => {
        const width = shape[shape.length - 1]
        const rounding = { format: formats[moment], scaling: 'just-in-time' } as const
        const about = { layer, name, tensor: `${moment} moment`, width, axis: 'columns', parts: 1 } as const
        return { quantiser: new Quantiser(rounder, rounding, about), at: () => this.#parameters[moment] + 4 * offset, rows: length / width }
      }),
    )
  }

  round(): void {
    for (const { quantiser, at, rows } of this.#tensors) quantiser.run(at(), at(), rows)
  }
}
