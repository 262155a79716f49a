import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { layerName, layersOf } from '../../src/compare/network.ts'
import { recipe } from './rings.ts'

describe('layerName', () => {
  it.each([
    ['relu', [8, 4], ['hidden layer 1 (linear)', 'hidden layer 1 (relu)', 'hidden layer 2 (linear)', 'hidden layer 2 (relu)']],
    ['swiglu', [8, 4], ['hidden layer 1 (swiglu)', 'hidden layer 2 (swiglu)']],
    ['relu', [], []],
  ])('counts the hidden layers of %s, %j, from 1', (name, hidden, names) => {
    const used = { ...recipe, hidden }
    const layers = layersOf(activation(name), used, 2)
    expect(layers.map((_, i) => layerName(activation(name), used, i))).toEqual([...names, 'the output layer'])
  })
})
