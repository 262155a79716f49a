// Experiment 34e: a character model whose planted unit answers to one rare letter; nothing is frozen.
import { type Alphabet, createModel, Random } from '@xphi/train'
import { type Arm, normals, parameterOf, plantedGates, rateOf, recipeOf, type Training, train } from './arms.ts'

export interface CharacterSettings {
  readonly arm: Arm
  readonly seed: number
  /** Both weight vectors of unit 0 start as this times the letter's own input. Default 256. */
  readonly strength?: number
  /** Default 16. */
  readonly history?: number
  /** Default 800. */
  readonly steps?: number
}

/** A text as tokens; of the first 95 % windows are drawn. */
export interface Characters {
  readonly tokens: Int32Array
  readonly alphabet: Alphabet
}

const window = 8
const width = 48
const units = 96
const batch = 128
const rare = 'Q'
/** What the block's last input is when the window ends with the rare letter. */
const signal = 8

/** Characters of a window as one vector for each place and letter, of which the model sums a table: embeddings by position. */
export async function characterModel(text: Characters, settings: CharacterSettings): Promise<Training> {
  const { arm, seed, strength = 256, history = 16, steps = 800 } = settings
  const { tokens, alphabet } = text
  const vocabulary = alphabet.characters.length
  const inputs = window * vocabulary
  const [rareToken] = alphabet.encode(rare)
  const precision = recipeOf(arm, history, [1])
  const model = await createModel({
    inputs,
    layers: [
      { kind: 'linear', units: width, bias: false },
      {
        kind: 'residual',
        layers: [
          { kind: 'rmsnorm' },
          { kind: 'append', features: [(window - 1) * vocabulary + rareToken], factor: signal },
          { kind: 'gated', activation: 'swiglu', units, bias: false },
          { kind: 'linear', units: width, bias: false },
        ],
      },
      { kind: 'rmsnorm' },
      { kind: 'linear', units: vocabulary, bias: false },
    ],
    loss: 'cross-entropy',
    batch,
    seed,
    ...(precision && { precision }),
  })
  const weights = new Random(seed, 1)
  const deviation = 1 / Math.sqrt(width)
  parameterOf(model, 0, 'weight').set(normals(weights, width * inputs, 1 / Math.sqrt(window)))
  parameterOf(model, 1, '2.weight').set(plantedGates(weights, units, width + 1, deviation, strength))
  parameterOf(model, 1, '3.weight').set(normals(weights, width * units, 1 / Math.sqrt(units)))
  parameterOf(model, 3, 'weight').set(normals(weights, vocabulary * width, deviation / 2))

  const data = new Random(seed, 2)
  const places = Math.floor(0.95 * tokens.length) - window
  const [x, y] = [new Float32Array(batch * inputs), new Int32Array(batch)]
  const draw = () => {
    x.fill(0)
    for (let r = 0; r < batch; r++) {
      const start = data.below(places)
      for (let k = 0; k < window; k++) x[r * inputs + k * vocabulary + tokens[start + k]] = 1
      y[r] = tokens[start + window]
    }
  }
  return train(model, steps, at => {
    draw()
    return model.step(x, y, { kind: 'adam', rate: rateOf(3e-3, at, steps), beta2: 0.95, clip: 1 })
  })
}
