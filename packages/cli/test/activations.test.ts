import { describe, expect, it } from 'vitest'
import { manyActivations, oneActivation, splitFormula } from '../src/activations.ts'

describe('splitFormula', () => {
  it.each([
    ['mine=x*sigmoid(x)', { name: 'mine', formula: 'x*sigmoid(x)' }],
    [' mine = x', { name: 'mine', formula: 'x' }],
    ['x == 0 ? 1 : x', { name: 'given', formula: 'x == 0 ? 1 : x' }],
    ['x >= 0 ? 1 : x', { name: 'given', formula: 'x >= 0 ? 1 : x' }],
    ['x*2', { name: 'given', formula: 'x*2' }],
  ])('%j', (text, split) => expect(splitFormula(text, 'given')).toEqual(split))
})

describe('manyActivations', () => {
  it('gives a parameter to each function that has it', () => {
    const found = manyActivations(['elu', 'relu', 'leaky_relu'], ['mine=alpha*x', 'y2=x*x'], { alpha: 0.5 })
    expect(found.map(a => [a.name, a.parameters.alpha])).toEqual([
      ['elu', 0.5],
      ['relu', undefined],
      ['leaky_relu', 0.5],
      ['mine', 0.5],
      ['y2', undefined],
    ])
  })

  it('refuses a parameter that none has, and a name that comes twice, by an alias too', () => {
    expect(() => manyActivations(['relu', 'gelu'], [], { beta: 1 })).toThrow("--param: none of relu, gelu has a parameter 'beta'")
    expect(() => manyActivations(['relu', 'relu'], [], {})).toThrow('relu is given twice')
    expect(() => manyActivations(['silu', 'swish1'], [], {})).toThrow(/silu is given twice|unknown activation/)
    expect(() => manyActivations(['gelu'], ['gelu=x*normcdf(x)'], {})).toThrow('gelu is given twice')
  })

  it('numbers formulas without a name', () => {
    expect(manyActivations([], ['x', '2*x'], {}).map(a => a.name)).toEqual(['formula1', 'formula2'])
    expect(manyActivations([], ['x'], {}).map(a => a.name)).toEqual(['formula'])
  })
})

describe('oneActivation', () => {
  it('asks for a name where there is none', () => expect(() => oneActivation(undefined, undefined, {})).toThrow('which activation?'))
})
