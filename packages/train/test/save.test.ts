import { describe, expect, it } from 'vitest'
import { createModel, decodeSafetensors, encodeSafetensors, loadWeights, ModelError, saveWeights, transformer } from '../src/index.ts'

const layers = transformer({ vocabulary: 5, width: 8, depth: 1, heads: 2, activation: 'swiglu' })
const build = (seed: number) => createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: 6, sequence: 6, seed })

describe('saveWeights and loadWeights', () => {
  it('make one model the other, bit for bit', async () => {
    const [one, other] = [await build(1), await build(2)]
    const text = [0, 1, 2, 3, 4, 0]
    expect(other.scores(text)).not.toEqual(one.scores(text))
    loadWeights(other, saveWeights(one))
    expect(other.scores(text)).toEqual(one.scores(text))
    expect(decodeSafetensors(saveWeights(one)).map(({ name }) => name)).toContain('1.1.input.weight')
  })

  it('change nothing where a tensor does not fit', async () => {
    const [one, other] = [await build(1), await build(2)]
    const before = other.parameters.map(({ values }) => values.slice())
    const tensors = decodeSafetensors(saveWeights(one))
    const loading = (list: typeof tensors) => () => loadWeights(other, encodeSafetensors(list))
    const last = tensors[tensors.length - 1]
    expect(loading(tensors.slice(0, -1))).toThrow(`the file has no tensor '${last.name}'`)
    expect(loading([...tensors, { name: 'more', shape: [1], values: new Float32Array(1) }])).toThrow("the model has no tensor 'more'")
    const wrong = tensors.with(-1, { ...last, shape: [1, ...last.shape] })
    expect(loading(wrong)).toThrow(`tensor '${last.name}' has the shape [1,${last.shape}], the model's has [${last.shape}]`)
    expect(() => loadWeights(other, new Uint8Array(3))).toThrow(ModelError)
    expect(other.parameters.map(({ values }) => values)).toEqual(before)
  })
})
