import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation, fromFormula } from 'xphi/formula'
import { catalogue } from 'xphi/catalogue'
import { functionOfText, functionText } from '../../src/state/functions.ts'
import { changed, initial, read, type State, screens, write } from '../../src/state/url.ts'

const own = fc
  .record({ a: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }) })
  .map(p => fromFormula('mine', 'x * sigmoid(a*x) + 1', p))
const functions = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...catalogue).map(e => activation(e.name)),
    own,
  ),
  { minLength: 1, maxLength: 6, selector: f => f.name },
)
const states: fc.Arbitrary<State> = fc.record({
  screen: fc.constantFrom(...screens),
  functions,
  x: fc.double({ min: -5, max: 5, noNaN: true }).map(x => x + 0),
  seed: fc.nat(),
  settings: fc.dictionary(
    fc.stringMatching(/^[a-z]{2,12}$/).filter(name => name !== 'seed'),
    fc.string({ minLength: 1, maxLength: 20, unit: 'binary-ascii' }),
    { maxKeys: 4, noNullPrototype: true },
  ),
})

describe('an address', () => {
  test('restores every state', () => {
    fc.assert(
      fc.property(states, state => {
        expect(read(write(state))).toEqual({ state, problems: [] })
      }),
    )
  })

  test('keeps the sign of a parameter that is -0', () => {
    const state = { ...initial, functions: [fromFormula('mine', 'x * sigmoid(a*x) + 1', { a: -0 })] }
    expect(read(write(state))).toEqual({ state, problems: [] })
  })

  test('is plain ASCII that no text around it cuts short', () => {
    const state = { ...initial, functions: [fromFormula('mine', 'x > 0 ? x : a * x', { a: 0.5 })] }
    expect(write(state)).toMatch(/^#1\/explore\?f=[!-~]+$/)
    expect(write(state)).not.toMatch(/[<>"&\s]/)
  })

  // Addresses that were given away: they must lead to the same state for ever.
  test.each([
    ['', initial],
    ['#1/explore?f=gelu', initial],
    ['#explore?f=gelu', initial],
    [
      '#1/compare?f=gelu&f=relu&x=-0.5&seed=3',
      { screen: 'compare', functions: [activation('gelu'), activation('relu')], x: -0.5, seed: 3, settings: {} },
    ],
    ['#1/train?f=gelu&data=moons&hidden=8,8', { ...initial, screen: 'train', settings: { data: 'moons', hidden: '8,8' } }],
    ['#1/explore?f=elu;alpha=0.5', { ...initial, functions: [activation('elu', { alpha: 0.5 })] }],
    [
      '#1/define?f=mine=x*sigmoid(a*x);a=1.5',
      { ...initial, screen: 'define', functions: [fromFormula('mine', 'x*sigmoid(a*x)', { a: 1.5 })] },
    ],
  ] as const)('%s', (hash, state) => expect(read(hash)).toEqual({ state, problems: [] }))

  test.each([
    ['#2/explore?f=gelu', 'version'],
    ['#0/explore?f=gelu', 'version'],
    ['#1/dream?f=gelu', 'screen'],
    ['#1/explore?f=gleu', 'function'],
    ['#1/explore?f=elu;alpha=-1e999', 'function'],
    ['#1/explore?f=elu;alpha=', 'function'],
    ['#1/explore?f=elu;beta=1', 'function'],
    ['#1/explore?f=mine=x*', 'function'],
    ['#1/explore?f=gelu&f=gelu', 'function'],
    ['#1/explore?f=__proto__', 'function'],
    ['#1/explore?f=%ff', 'function'],
    ['#1/explore?f=gelu&x=much', 'x'],
    ['#1/explore?f=gelu&x=6', 'x'],
    ['#1/explore?f=gelu&seed=1.5', 'seed'],
    [`#1/explore?f=mine=x${'+x'.repeat(300)}`, 'function'],
    [`#1/explore?f=${'x'.repeat(5000)}`, 'length'],
  ])('%s says what of it is wrong, and shows the rest', (hash, part) => {
    const { state, problems } = read(hash)
    expect(problems.map(p => p.part)).toEqual([part])
    expect(state.functions.map(f => f.name)).toEqual(['gelu'])
    expect(state.screen).toBe('explore')
  })

  test('says what the library says: the nearest name', () =>
    expect(read('#1/explore?f=gleu').problems[0].reason).toBe("unknown activation 'gleu': did you mean gelu?"))

  test('is never more than a state, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^1\/(explore|compare)\?f=[a-z;=*+()&%0-9]{0,40}$/)), text => {
        const { state } = read(`#${text}`)
        expect(read(write(state))).toEqual({ state, problems: [] })
      }),
    )
  })

  test('keeps settings from screen to screen, but for the place where one reads, which is left with its screen', () => {
    const reading: State = { ...initial, screen: 'story', settings: { data: 'moons', chapter: 'gelu' } }
    expect(changed(reading, { seed: 2 })).toEqual({ ...reading, seed: 2 })
    expect(changed(reading, { screen: 'explore' })).toEqual({ ...reading, screen: 'explore', settings: { data: 'moons' } })
    const settings = { ...reading.settings, claim: '6', constructor: 'x' }
    expect(changed(reading, { screen: 'claims', settings }).settings).toEqual({ data: 'moons', claim: '6', constructor: 'x' })
  })

  test('leaves defaults out of a function', () => {
    expect(functionText(activation('elu'))).toBe('elu')
    expect(functionText(functionOfText('elu;alpha=1'))).toBe('elu')
    expect(functionText(fromFormula('gelu', 'x + 1'))).toBe('gelu=x + 1')
  })
})
