import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createModel, type Layer, type Optimiser } from '../src/index.ts'

// Made by scripts/pytorch-trajectories.py, which has the same generator of weights and data.
interface Fixture {
  readonly batch: number
  readonly inputs: number
  readonly classes: number
  readonly sequence: number
  readonly cases: readonly {
    readonly seed: number
    readonly layers: readonly Layer[]
    readonly loss: 'cross-entropy' | 'mse'
    readonly optimiser: Optimiser
    readonly losses: readonly number[]
  }[]
}

const fixture = JSON.parse(readFileSync(new URL('fixtures/pytorch.json', import.meta.url), 'utf8')) as Fixture

class Generator {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return this.#state / 2 ** 32
  }
  below(length: number, count: number): Int32Array {
    return Int32Array.from({ length }, () => Math.floor(this.next() * count))
  }
  fill(length: number, scale: number): Float32Array {
    return Float32Array.from({ length }, () => (this.next() - 0.5) * scale)
  }
}

const title = (layers: readonly Layer[]): string =>
  layers.map(layer => ('activation' in layer ? layer.activation : 'layers' in layer ? `(${title(layer.layers)})` : layer.kind)).join(' ')

describe('losses over 20 steps are those of PyTorch', () => {
  const { batch, classes, sequence } = fixture
  for (const { seed, layers, loss, optimiser, losses } of fixture.cases)
    it(`${title(layers)}, ${loss}, ${optimiser.kind}`, async () => {
      const first = layers[0]
      const vocabulary = first.kind === 'embedding' ? first.vocabulary : undefined
      const inputs = vocabulary === undefined ? fixture.inputs : 1
      const model = await createModel({ inputs, layers, loss, batch, sequence, seed: 0, initialisation: 'lecun' })
      const generator = new Generator(seed)
      for (const { shape, values } of model.parameters)
        if (shape.length === 2) values.set(generator.fill(shape[0] * shape[1], 4 / Math.sqrt(shape[1])))
      for (const [step, expected] of losses.entries()) {
        const x = vocabulary === undefined ? generator.fill(batch * inputs, 4) : generator.below(batch, vocabulary)
        const y = loss === 'mse' ? generator.fill(batch * classes, 4) : generator.below(batch, vocabulary ?? classes)
        const ours = model.step(x, y, optimiser)
        expect(Math.abs(ours / expected - 1), `step ${step + 1}: ${ours}, PyTorch ${expected}`).toBeLessThan(2e-5)
      }
      expect(losses).toHaveLength(20)
    })
})
