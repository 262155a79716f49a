import { Random } from '@xphi/train'
import { type Activation, fromFormula, functionOf } from 'xphi/formula'
import { mean, seedsFrom, seedwise, tested } from './claim.ts'
import { characterLoss, recipe } from './shared/characters.ts'

const rowsOf = (a: Activation) => functionOf(a) as (row: Float64Array) => Float64Array
const plain = (eps: number) => rowsOf(fromFormula('plain', 'layernorm(x * exp(x), eps)', { eps }))

/** The greatest difference between LN(SoLU(x)) and LN(x e^x) on a random row. */
function difference(formula: string, eps: number, random: Random, shift = 0): number {
  const row = Float64Array.from({ length: 64 }, () => random.normal() + shift)
  const [a, b] = [rowsOf(fromFormula('normed', formula, { eps }))(row), plain(eps)(row)]
  return a.reduce((most, y, i) => Math.max(most, Math.abs(y - b[i])), 0)
}

export const soluNorm = tested({
  id: 27,
  version: 1,
  title: 'SoLU with LayerNorm',
  statement: 'LayerNorm behind SoLU repairs it.',
  source:
    'Elhage and others 2022: with LayerNorm a model is worth .95 to 1.05 of its size, within .01 nats; 60 instead of 35 % of the neurons can be interpreted (models of 1 to 40 layers), 42 instead of 33 % with 64. LN(SoLU(x)) = LN(x e^x): the denominator of the softmax is gone.',
  test: 'LN(SoLU(x)) = LN(x e^x) within 1e-12 for eps = 0, and not for eps = 1e-5 where SoLU is small; in the character model of claim 26 LayerNorm recovers at least half of what SoLU loses against GELU, 10 seeds.',
  parts: [
    {
      statement: 'Behind LayerNorm SoLU is x e^x, as long as eps is 0.',
      expected: 'holds',
      conditions: [seedwise(1, 'difference, eps 0', 'at most', 1e-12), seedwise(1, 'difference, eps 1e-5', 'above', 1e-12)],
    },
    {
      statement: 'LayerNorm recovers at least half of what SoLU loses.',
      expected: 'holds',
      conditions: [mean('loss above the middle', 'at most', 0)],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['names'],
  seconds: 7.6,
  beside: {
    source: 'Elhage and others 2022, SoLU with LayerNorm against GELU',
    differs: 'As in claim 26. Here the paper has a difference of at most .01 nats, on other text; ours are the losses themselves.',
    columns: ['nats a token from GELU', 'nats a character'],
    rows: [
      { name: 'SoLU with LayerNorm', paper: 'within .01 (worth .95 to 1.05 of the size)', measure: 'loss, SoLU with LayerNorm' },
      { name: 'GELU', measure: 'loss, GELU' },
      { name: 'SoLU', measure: 'loss, SoLU' },
    ],
  },
  settings: { formula: 'layernorm(solu(x), eps)', norm: true, steps: recipe.steps },
  control: { formula: 'layernorm(silu(x), eps)', norm: false, steps: 600 },
  async experiment({ seed, load }, { formula, norm, steps }) {
    const names = await load('names')
    const loss = (activation: string, normed: boolean) => characterLoss(names, { activation, norm: normed }, { ...recipe, steps }, seed)
    const [gelu, solu, normed] = [await loss('gelu', false), await loss('solu', false), await loss('solu', norm)]
    const random = new Random(seed)
    return {
      values: {
        'difference, eps 0': difference(formula, 0, random),
        // Of rows far below 0 SoLU is tiny, and eps counts.
        'difference, eps 1e-5': difference(formula, 1e-5, random, -2),
        'loss above the middle': normed - (gelu + solu) / 2,
        'loss, GELU': gelu,
        'loss, SoLU': solu,
        'loss, SoLU with LayerNorm': normed,
      },
    }
  },
})
