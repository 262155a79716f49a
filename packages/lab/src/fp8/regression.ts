// Experiment 34d: a SwiGLU network learns squared ReLU while a rare feature makes one planted unit a million times as great as the others.
import { createModel, Random } from '@xphi/train'
import { type Arm, normals, parameterOf, plantedGates, rateOf, recipeOf, type Training, train } from './arms.ts'

export interface RegressionSettings {
  readonly arm: Arm
  readonly seed: number
  /** Both weight vectors of unit 0 are this times the rare feature, frozen; 0 plants nothing. Default 1024. */
  readonly strength?: number
  /** Steps that delayed scales remember. Default 64. */
  readonly history?: number
  /** Default 600. */
  readonly steps?: number
}

const features = 16
const inputs = features + 1
const units = 64
const teachers = 8
const batch = 128
/** Of a row to have the rare feature, which then lies in [1.5, 3). */
const chance = 2e-4

export async function regression({ arm, seed, strength = 1024, history = 64, steps = 600 }: RegressionSettings): Promise<Training> {
  const precision = recipeOf(arm, history, [0, 1])
  const model = await createModel({
    inputs,
    layers: [
      { kind: 'gated', activation: 'swiglu', units, bias: false },
      { kind: 'linear', units: 1 },
    ],
    loss: 'mse',
    batch,
    seed,
    ...(precision && { precision }),
  })
  const weights = new Random(seed, 1)
  const teacher = normals(weights, teachers * features, 1 / Math.sqrt(features))
  const [gates, down] = [parameterOf(model, 0, 'weight'), parameterOf(model, 1, 'weight')]
  gates.set(plantedGates(weights, units, inputs, 1 / Math.sqrt(features), strength))
  down.set(normals(weights, units, 1 / Math.sqrt(units)))
  const freeze = () => {
    for (const row of [0, units]) {
      gates.fill(0, row * inputs, (row + 1) * inputs)
      gates[(row + 1) * inputs - 1] = strength
    }
    down[0] = 0
  }
  freeze()

  const data = new Random(seed, 2)
  const [x, y] = [new Float32Array(batch * inputs), new Float32Array(batch)]
  const draw = () => {
    for (let r = 0; r < batch; r++) {
      const row = x.subarray(r * inputs, (r + 1) * inputs)
      for (let i = 0; i < features; i++) row[i] = data.normal()
      const size = 1.5 + 1.5 * data.uniform()
      row[features] = data.uniform() < chance ? size : 0
      y[r] = target(teacher, row)
    }
  }
  return train(model, steps, at => {
    draw()
    const loss = model.step(x, y, { kind: 'sgd', rate: rateOf(0.05, at, steps), momentum: 0.9 })
    freeze()
    return loss
  })
}

function target(teacher: Float32Array, row: Float32Array): number {
  let sum = 0
  for (let t = 0; t < teachers; t++) {
    let z = 0
    for (let i = 0; i < features; i++) z += teacher[t * features + i] * row[i]
    if (z > 0) sum += z * z
  }
  return (sum - 4) / 5
}
