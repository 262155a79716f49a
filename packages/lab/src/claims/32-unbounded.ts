import { seedsFrom, seedwise, tested } from './claim.ts'
import { characterLoss, differences, recipe } from './shared/characters.ts'

export const unbounded = tested({
  id: 32,
  version: 1,
  title: 'Why they work: unbounded?',
  statement: 'Perhaps variants of GLU work because the sigmoid in Swish and GELU is unbounded.',
  source:
    'A guess of the article. Sigmoid is bounded; x sigmoid(x) is not. If Bilinear, which has no gate function at all, beats GLU, that speaks for the unbounded part.',
  test: 'As claim 31: Bilinear below GLU in at least 9 of 10 seeds.',
  parts: [
    {
      statement: 'A gate without bound, even without any function, is better than one of sigmoid.',
      expected: 'holds',
      conditions: [seedwise(0.9, 'bilinear - glu', 'below', 0)],
    },
  ],
  seeds: seedsFrom(10),
  needs: ['names'],
  seconds: 2.9,
  settings: { bilinear: 'bilinear', steps: recipe.steps },
  control: { bilinear: 'glu', steps: 100 },
  async experiment({ seed, load }, { bilinear, steps }) {
    const names = await load('names')
    const loss = (activation: string) => characterLoss(names, { activation }, { ...recipe, steps }, seed)
    const losses = { bilinear: await loss(bilinear), glu: await loss('glu') }
    return { values: { ...losses, ...differences(losses, [['bilinear', 'glu']]) } }
  },
})
