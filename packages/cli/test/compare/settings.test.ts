import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { commandOf } from '../../src/compare/command.ts'
import { type Options, settingsOf } from '../../src/compare/settings.ts'
import { comparison } from './fixture.ts'

const usual: Options = {
  color: true,
  seeds: '5',
  firstSeed: '1',
  lr: 'auto',
  optimiser: 'adam',
  trainable: 'channel',
  init: 'gain',
  precision: 'f32',
  report: 'r.html',
}
const settings = (options: Partial<Options> = {}) => settingsOf('donuts', { ...usual, ...options })

describe('settingsOf', () => {
  it('has defaults, and leaves to the data what follows from it', () => {
    expect(settings()).toMatchObject({ data: 'donuts', load: {}, rate: 'auto', seeds: [1, 2, 3, 4, 5], report: 'r.html' })
    expect(settings().recipe).toEqual({ optimiser: 'adam', trainable: 'channel', initialisation: 'gain' })
  })

  it('takes a recipe of low precision, and leaves f32 unsaid', () => {
    expect(settings({ precision: 'fp8-smooth' }).recipe).toMatchObject({ precision: 'fp8-smooth' })
    expect(settings().recipe).not.toHaveProperty('precision')
  })

  it('takes gated functions, formulas and parameters', () => {
    const { activations } = settings({
      activations: 'swiglu, leaky_relu',
      formula: ['mine=x*sigmoid(k*x)'],
      param: ['k=2', 'alpha=0.1'],
    })
    expect(activations.map(a => [a.name, a.kind, a.parameters])).toEqual([
      ['swiglu', 'gated', {}],
      ['leaky_relu', 'pointwise', { alpha: 0.1 }],
      ['mine', 'pointwise', { k: 2 }],
    ])
  })

  it('takes an alias for the baseline', () => {
    expect(settings({ activations: 'relu,silu', baseline: 'swish1' }).baseline).toBe('silu')
    expect(settings({ formula: ['swish1=x'], baseline: 'swish1' }).baseline).toBe('swish1')
  })

  it('passes on what concerns the data', () => {
    expect(
      settings({ target: 'price', ignore: 'id,name', header: false, task: 'regression', test: 't.csv', commonUnit: true }).load,
    ).toEqual({
      target: 'price',
      ignore: ['id', 'name'],
      header: 'no',
      task: 'regression',
      test: 't.csv',
      commonUnit: true,
    })
  })

  it.each([
    [{ activations: 'relu,gleu' }, /unknown activation 'gleu': did you mean '?gelu/],
    [{ activations: 'relu,,gelu' }, /--activations: 'relu,,gelu' has an empty name/],
    [{ activations: 'relu,relu' }, /relu is given twice/],
    [{ formula: ['relu=x'] }, /relu is given twice/],
    [{ formula: ['mine=x +* 2'] }, /at column 4/],
    [{ formula: ['mine=k*x'] }, /k has no value/],
    [{ param: ['k=1'] }, /none of relu, .* has a parameter 'k'/],
    [{ activations: 'celu', param: ['alpha=0'] }, /alpha = 0 is out of the domain of celu/],
    [{ seeds: '0' }, /--seeds: '0' is not a whole number of 1 or more/],
    [{ seeds: '-1' }, /--seeds: '-1'/],
    [{ seeds: '2.5' }, /--seeds: '2\.5'/],
    [{ seeds: '5000' }, /--seeds: 5000 is more than 1000/],
    [{ firstSeed: '-1' }, /--first-seed: '-1' is not a whole number of 0 or more/],
    [{ epochs: '0' }, /--epochs: '0'/],
    [{ epochs: '1.5' }, /--epochs: '1\.5'/],
    [{ batch: '0' }, /--batch: '0'/],
    [{ hidden: '64,0' }, /--hidden: '0' is not a whole number of 1 or more/],
    [{ hidden: '64,' }, /--hidden: '' is not a number/],
    [{ hidden: '1e9' }, /--hidden: 1000000000 is more than/],
    [{ functions: 'compared,gleu' }, /unknown activation 'gleu': did you mean gelu/],
    [{ functions: 'relu,' }, /--functions: 'relu,' has an empty name/],
    [{ lr: '0' }, /--lr: 0 is not above 0/],
    [{ lr: '\u22121' }, /--lr: -1 is not above 0/],
    [{ lr: 'inf' }, /--lr: Infinity is not finite/],
    [{ lr: 'atuo' }, /--lr: 'atuo' is not a number/],
    [{ workers: '0' }, /--workers: '0'/],
    [{ ignore: 'a,' }, /--ignore: 'a,' has an empty name/],
  ])('refuses %j', (options, message) => expect(() => settings(options)).toThrow(message))
})

describe('commandOf', () => {
  it('gives every setting, and quotes for the shell', () => {
    const given = settings({
      activations: 'relu,swish1',
      formula: ['it=x > 0 ? x : k*x', 'x*tanh(x)'],
      param: ['k=0.25'],
      seeds: '3',
      lr: '0.01',
      target: "it's",
      header: true,
      commonUnit: true,
    })
    expect(commandOf(given, comparison())).toBe(
      "xphi compare donuts --activations relu,silu --formula 'it=x > 0 ? x : k*x' --formula 'formula2=x*tanh(x)' --param k=0.25" +
        ' --baseline relu --seeds 3 --first-seed 1 --hidden 16 --epochs 60 --batch 32 --lr 0.01 --optimiser adam --trainable channel --init he' +
        " --target 'it'\\''s' --header --common-unit",
    )
  })

  it('gives the function of each layer', () => {
    const given = settings({ functions: 'compared,tanh' })
    expect(given.recipe.functions).toEqual([null, activation('tanh')])
    const { recipe, ...rest } = comparison()
    const command = commandOf(given, { ...rest, recipe: { ...recipe, hidden: [16, 16], functions: given.recipe.functions! } })
    expect(command).toContain(' --hidden 16,16 --functions compared,tanh --epochs ')
  })

  it('keeps auto as auto', () => expect(commandOf(settings(), comparison())).toContain(' --lr auto '))
})
