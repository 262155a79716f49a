import { mean, seedsFrom, tested } from './claim.ts'
import { accuracyAtDepth, gradientsByDepth } from './shared/depth.ts'

export const reluDepth = tested({
  id: 13,
  version: 1,
  title: 'ReLU and vanishing gradients',
  statement: 'ReLU (Nair and Hinton 2010) began it: it solved the problem of vanishing gradients.',
  source:
    'That paper is about restricted Boltzmann machines: noisy ReLU on NORB and faces. Deep networks followed with Glorot and others 2011 and AlexNet 2012; depth needs the initialisation of He and others 2015.',
  test: '30 layers of 64, Adam, 3 epochs of optdigits, 5 seeds: accuracy with weights N(0, 2/n) (He) minus that with N(0, 1/n) at least 15 points. "Solved" fails if initialisation makes that much of a difference.',
  parts: [
    {
      statement: 'ReLU solves vanishing gradients by itself.',
      expected: 'fails',
      refutes: true,
      conditions: [mean('He minus gain 1', 'at least', 15)],
    },
  ],
  seeds: seedsFrom(5),
  needs: ['optdigits'],
  seconds: 1.6,
  settings: { activation: 'relu', other: 'lecun' as 'lecun' | 'he', layers: 30, epochs: 3 },
  control: { other: 'he', layers: 6, epochs: 1 },
  async experiment({ seed, load }, { activation, other, layers, epochs }) {
    const data = await load('optdigits')
    const [he, plain] = [
      { activation, initialisation: 'he' as const, layers, epochs },
      { activation, initialisation: other, layers, epochs },
    ]
    const [a, b] = [await accuracyAtDepth(data, he, seed), await accuracyAtDepth(data, plain, seed)]
    return {
      values: { 'He minus gain 1': a - b, He: a, 'gain 1': b },
      series: { He: await gradientsByDepth(he, seed), 'gain 1': await gradientsByDepth(plain, seed) },
    }
  },
})
