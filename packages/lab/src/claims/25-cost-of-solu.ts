import { type Activation, activation, expressionOf, functionOf, ir } from 'xphi/formula'
import { exact, tested } from './claim.ts'

const exponential: ReadonlySet<string> = new Set(['exp', 'expm1', 'sigmoid', 'tanh', 'softplus'])

/** Exponentials that a formula evaluates for each element. */
const exponentials = (a: Activation): number => ir.topological([expressionOf(a)]).filter(({ op }) => exponential.has(op)).length

const lengthOf = (a: Activation, units: number): number => {
  const row = Float64Array.from({ length: units }, (_, i) => i / units - 0.5)
  const f = functionOf(a)
  return a.kind === 'row' ? (f as (row: Float64Array) => Float64Array)(row).length : row.map(f as (x: number) => number).length
}

export const costOfSolu = tested({
  id: 25,
  version: 1,
  title: 'The cost of SoLU',
  statement: 'SoLU = x softmax(x) needs many more exponentials than SiLU, and its output is larger.',
  source: 'Elhage and others 2022: one exponential for each neuron, an output of the same size, less than 1 % slower.',
  test: 'Exponentials for each element counted in the formulas: those of SoLU and SiLU are as many; the outputs are as long.',
  parts: [
    {
      statement: 'SoLU needs more exponentials and gives more numbers than SiLU.',
      expected: 'fails',
      refutes: true,
      conditions: [exact('exponentials more', 'at most', 0), exact('outputs more', 'at most', 0)],
    },
  ],
  seconds: 0.05,
  settings: { row: 'solu', pointwise: 'silu', units: 64 },
  control: { row: 'mish', pointwise: 'relu' },
  experiment(_, { row, pointwise, units }) {
    const [a, b] = [activation(row), activation(pointwise)]
    return {
      values: {
        'exponentials more': exponentials(a) - exponentials(b),
        'outputs more': lengthOf(a, units) - lengthOf(b, units),
        'exponentials of SoLU': exponentials(a),
      },
    }
  },
})
