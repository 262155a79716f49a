import { expect, test } from 'vitest'
import { activation, expressionOf } from '../../../src/activation/activation.ts'
import { runner } from '../../../src/backend/typescript/run.ts'
import { hoist } from '../../../src/backend/wasm/hoist.ts'
import { gradients } from '../../../src/differentiate/index.ts'
import { input } from '../../../src/ir/index.ts'
import { lower } from '../../../src/lower/lower.ts'
import { operands, type Tape } from '../../../src/lower/tape.ts'

const readsOf = (tape: Tape): readonly string[] => tape.steps.flatMap(s => ('name' in s && !('a' in s) ? [s.name] : []))

test.each(['softmax', 'log_softmax', 'solu_ln'])('the two parts of each phase of %s make the whole, bit for bit', name => {
  const root = expressionOf(activation(name))
  const varies = (read: string): boolean => read === 'x' || read === 'dy'
  let shared = 0
  for (const e of [root, ...gradients(root, input('dy'), [input('x')])]) {
    for (const { tape } of lower([e], 'precise').phases) {
      const { once, names, each } = hoist(tape, varies)
      const values = Object.fromEntries(readsOf(tape).map((read, i) => [read, 1.25 + i / 7]))
      const results = runner(once as Tape)(values)
      const known = Object.fromEntries(names.map((read, i) => [read, results[i]]))
      expect([...runner(each as Tape)({ ...values, ...known })]).toEqual([...runner(tape)(values)])
      shared += names.length
      // Nothing is left in the loop that could have been taken out.
      const uniform: boolean[] = []
      for (const step of each.steps)
        uniform.push('a' in step ? operands(step).every(id => uniform[id]) : !('name' in step && varies(step.name)))
      expect(each.steps.some((step, id) => 'a' in step && uniform[id])).toBe(false)
    }
  }
  expect(shared).toBeGreaterThan(0)
})
