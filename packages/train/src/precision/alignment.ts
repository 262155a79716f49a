import type { Layer } from '../layers/index.ts'
import type { Model } from '../model.ts'

/** cos(w1, w2) of each unit of a gated layer, w1 and w2 the weights of its value and its gate: +-1 where they are aligned, NaN where one
 * is 0. */
export interface Alignment {
  readonly layer: number
  /** The name of the layer's weight. */
  readonly name: string
  readonly cosines: readonly number[]
}

/** The alignment of every gated layer, in order. */
export function alignments(model: Model): readonly Alignment[] {
  return model.spec.layers.flatMap((layer, index) => gatedWeights(layer, '').map(name => alignmentOf(model, index, name)))
}

/** Names of the weights of the gated layers in a layer, as its parameters are called. */
function gatedWeights(layer: Layer, prefix: string): readonly string[] {
  if (layer.kind === 'gated') return [`${prefix}weight`]
  return layer.kind === 'residual' ? layer.layers.flatMap((inner, i) => gatedWeights(inner, `${prefix}${i}.`)) : []
}

function alignmentOf(model: Model, layer: number, name: string): Alignment {
  const { values, shape } = model.parameters.find(p => p.layer === layer && p.name === name)!
  const [outputs, inputs] = shape
  const units = outputs / 2
  const cosines = Array.from({ length: units }, (_, unit) => {
    let [dot, gate, value] = [0, 0, 0]
    for (let i = 0; i < inputs; i++) {
      const [g, v] = [values[unit * inputs + i], values[(units + unit) * inputs + i]]
      dot += g * v
      gate += g * g
      value += v * v
    }
    return dot / Math.sqrt(gate * value)
  })
  return { layer, name, cosines }
}
