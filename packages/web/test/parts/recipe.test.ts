import { activation, fromFormula } from 'xphi/formula'
import { describe, expect, test } from 'vitest'
import { settingsFrom } from '../../src/parts/choices.ts'
import { compareCommand, layerFunctions, trainSettings } from '../../src/parts/recipe.ts'

const usual = { data: 'donuts', optimiser: 'adam', rate: 0.01, seeds: 5, stop: 'converged' }

const settingsOf = (given: Readonly<Record<string, string>>) => settingsFrom(given, trainSettings)

describe('the settings of Train', () => {
  test('are the usual where nothing is given', () => expect(settingsOf({})).toEqual({ settings: usual, unusable: [] }))

  test('are read from an address', () => {
    const given = {
      data: 'spirals',
      hidden: '32, 8',
      functions: 'compared,tanh',
      epochs: '7',
      optimiser: 'sgd',
      rate: '0.1',
      seeds: '3',
      stop: 'end',
    }
    const settings = {
      data: 'spirals',
      hidden: [32, 8],
      functions: ['compared', 'tanh'],
      epochs: 7,
      optimiser: 'sgd',
      rate: 0.1,
      seeds: 3,
      stop: 'end',
    }
    expect(settingsOf(given)).toEqual({ settings, unusable: [] })
  })

  test.each([
    ['data', 'mars'],
    ['hidden', '0'],
    ['hidden', '257'],
    ['hidden', '1,2,3,4,5,6,7'],
    ['hidden', '8,,8'],
    ['functions', 'tanh,relu'],
    ['functions', 'compared,gleu'],
    ['functions', 'compared,__proto__'],
    ['functions', ''],
    ['functions', 'compared,'.repeat(7)],
    ['rate', '-1'],
    ['rate', 'fast'],
    ['rate', '1e9'],
    ['seeds', '11'],
    ['seeds', '1.5'],
    ['epochs', '1e9'],
  ])('are the usual where %s=%s, which is told', (field, text) => {
    const { settings, unusable } = settingsOf({ [field]: text })
    expect(settings).toEqual(usual)
    expect(unusable).toEqual([{ name: field, text, possible: expect.stringMatching(/donuts, moons|–\d|compared,tanh/) }])
  })

  test('are the command that trains the same networks', () => {
    const { settings } = settingsOf({ data: 'moons', seeds: '3' })
    const recipe = { hidden: [16], epochs: 200, batch: 32, optimiser: 'adam', trainable: 'channel' } as const
    const run = { seed: 7, settings, recipe }
    const options = '--seeds 3 --first-seed 7 --hidden 16 --epochs 200 --batch 32 --lr 0.01 --optimiser adam'
    expect(compareCommand({ ...run, activations: [activation('gelu'), activation('relu')] })).toBe(
      `npx xphi compare moons --activations gelu,relu ${options}`,
    )
    const functions = layerFunctions(['compared', 'elu'])
    expect(compareCommand({ ...run, activations: [activation('gelu')], recipe: { ...recipe, hidden: [16, 8], functions } })).toBe(
      `npx xphi compare moons --activations gelu ${options.replace('--hidden 16', '--hidden 16,8 --functions compared,elu')}`,
    )
    const table = { name: "it's.csv", options: { target: '2', ignore: ['a', 'b c'] } }
    expect(compareCommand({ ...run, activations: [fromFormula('mine', 'x*a', { a: 2 })], table })).toBe(
      `npx xphi compare 'it'\\''s.csv' --formula 'mine=x*a' --param a=2 ${options} --target 2 --ignore 'a,b c'`,
    )
  })
})
