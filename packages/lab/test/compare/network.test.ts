import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { hiddenText, layerName, layersOf } from '../../src/compare/network.ts'
import { recipe } from './rings.ts'

describe('layersOf', () => {
  it('gives a layer its own function where the recipe has one, and the compared function elsewhere', () => {
    const used = { ...recipe, hidden: [8, 6, 4], functions: [null, activation('swiglu'), activation('prelu')], trainable: 'one' as const }
    expect(layersOf(activation('relu'), used, 2)).toEqual([
      { kind: 'linear', units: 8 },
      { kind: 'activation', activation: activation('relu') },
      { kind: 'gated', activation: activation('swiglu'), units: 4 },
      { kind: 'linear', units: 4 },
      { kind: 'activation', activation: activation('prelu'), trainable: 'one' },
      { kind: 'linear', units: 2 },
    ])
    const names = [0, 1, 2, 3, 4, 5].map(i => layerName(activation('relu'), used, i))
    expect(names.slice(1, 4)).toEqual(['hidden layer 1 (relu)', 'hidden layer 2 (swiglu)', 'hidden layer 3 (linear)'])
    expect(names[5]).toBe('the output layer')
    expect(hiddenText(used)).toBe('8 (compared), 6 (swiglu), 4 (prelu)')
    expect(hiddenText(recipe)).toBe(recipe.hidden.join(', '))
  })
})

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
