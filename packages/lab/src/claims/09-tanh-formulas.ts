import { exact, tested } from './claim.ts'
import { ulpsApart } from './shared/numbers.ts'

// The engine's functions: what a reader of the formulas would type.
const { exp, expm1 } = Math

type Form = (x: number) => number

const forms: Readonly<Record<'ratio' | 'doubled' | 'expm1', Form>> = {
  ratio: x => (exp(x) - exp(-x)) / (exp(x) + exp(-x)),
  doubled: x => (exp(2 * x) - 1) / (exp(2 * x) + 1),
  // Odd, so that the argument of expm1 never overflows.
  expm1: x => {
    const t = expm1(-2 * Math.abs(x))
    return (x < 0 ? t : -t) / (2 + t)
  },
}
type Name = keyof typeof forms

export const tanhFormulas = tested({
  id: 9,
  version: 1,
  title: 'Three formulas of tanh',
  statement: 'tanh(x) = sinh/cosh = (e^x - e^-x)/(e^x + e^-x) = (e^2x - 1)/(e^2z + 1), three ways to the same number.',
  source: 'Definition. The third formula of the article mixes x and z: it is (e^2x - 1)/(e^2x + 1).',
  test: 'In doubles on [-800, 800] against Math.tanh: the second form is NaN for |x| > 710, the third for x > 355; a form by expm1 is within 2 ulp everywhere.',
  parts: [
    {
      statement: 'The formulas as they are written compute tanh wherever it is finite.',
      expected: 'fails',
      refutes: true,
      conditions: [exact('numbers of form 2 beyond 710', 'at most', 0), exact('numbers of form 3 beyond 355', 'at most', 0)],
    },
    {
      statement: 'Written with expm1 the formula is within 2 ulp everywhere.',
      expected: 'holds',
      conditions: [exact('ulps of the expm1 form', 'at most', 2)],
    },
  ],
  seconds: 0.1,
  settings: { second: 'ratio' as Name, third: 'doubled' as Name, careful: 'expm1' as Name, step: 2 ** -8 },
  control: { second: 'expm1', third: 'expm1', careful: 'ratio', step: 2 ** -2 },
  experiment(_, { second, third, careful, step }) {
    let [beyond710, beyond355, worst, near] = [0, 0, 0, 0]
    for (let x = -800; x <= 800; x += step) {
      if (Math.abs(x) > 710 && !Number.isNaN(forms[second](x))) beyond710++
      if (x > 355 && !Number.isNaN(forms[third](x))) beyond355++
      worst = Math.max(worst, ulpsApart(forms[careful](x), Math.tanh(x)))
      if (Math.abs(x) < 300) near = Math.max(near, ulpsApart(forms[second](x), Math.tanh(x)))
    }
    return {
      values: {
        'numbers of form 2 beyond 710': beyond710,
        'numbers of form 3 beyond 355': beyond355,
        'ulps of the expm1 form': worst,
        'ulps of form 2 where it is finite': near,
      },
    }
  },
})
