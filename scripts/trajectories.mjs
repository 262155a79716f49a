// Losses of the small networks of packages/train/test/fixtures/pytorch.json, which scripts/pytorch-trajectories.py trained by PyTorch in
// doubles, trained by us from the same weights on the same rows. As a command it prints ours beside theirs for the transformer's blocks:
//   npm run --silent build && node scripts/trajectories.mjs
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const fixture = JSON.parse(readFileSync(new URL('../packages/train/test/fixtures/pytorch.json', import.meta.url), 'utf8'))

/** Numerical Recipes' linear congruential generator, as in the Python script. */
class Generator {
  #state

  constructor(seed) {
    this.#state = seed
  }

  next() {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return this.#state / 2 ** 32
  }

  below(length, count) {
    return Int32Array.from({ length }, () => Math.floor(this.next() * count))
  }

  fill(length, scale) {
    return Float32Array.from({ length }, () => (this.next() - 0.5) * scale)
  }
}

/** Our losses of a case, step by step. */
export async function trajectory(createModel, { seed, layers, loss, optimiser, losses }) {
  const { batch, classes, sequence } = fixture
  const [first] = layers
  const vocabulary = first.kind === 'embedding' ? first.vocabulary : undefined
  const inputs = vocabulary === undefined ? fixture.inputs : 1
  const model = await createModel({ inputs, layers, loss, batch, sequence, seed: 0, initialisation: 'lecun' })
  const generator = new Generator(seed)
  for (const { shape, values } of model.parameters)
    if (shape.length === 2) values.set(generator.fill(shape[0] * shape[1], 4 / Math.sqrt(shape[1])))
  return losses.map(() => {
    const x = vocabulary === undefined ? generator.fill(batch * inputs, 4) : generator.below(batch, vocabulary)
    const y = loss === 'mse' ? generator.fill(batch * classes, 4) : generator.below(batch, vocabulary ?? classes)
    return model.step(x, y, optimiser)
  })
}

export const title = layers =>
  layers.map(layer => ('activation' in layer ? layer.activation : 'layers' in layer ? `(${title(layer.layers)})` : layer.kind)).join(' ')

async function print() {
  const { createModel } = await import('../packages/train/dist/index.js')
  const shown = [1, 2, 5, 10, 20]
  for (const one of fixture.cases.filter(({ layers }) => layers[0].kind === 'embedding')) {
    const ours = await trajectory(createModel, one)
    console.log(`${title(one.layers)}, ${one.optimiser.kind}`)
    for (const step of shown)
      console.log(`  step ${String(step).padStart(2)}: PyTorch ${one.losses[step - 1].toFixed(9)}, ours ${ours[step - 1].toFixed(9)}`)
    const worst = Math.max(...ours.map((loss, i) => Math.abs(loss / one.losses[i] - 1)))
    console.log(`  greatest relative difference in ${ours.length} steps: ${worst.toExponential(1)}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await print()
