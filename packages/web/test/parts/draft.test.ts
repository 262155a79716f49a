import { describe, expect, test } from 'vitest'
import { draft } from '../../src/parts/draft.ts'

describe('a formula while it is typed', () => {
  test('is a function once it has no fault, its own names parameters of value 1 until they are given another', () => {
    expect(draft('mine', 'a * x * sigmoid(b * x)', { b: 2 })).toMatchObject({
      kind: 'function',
      parameters: ['a', 'b'],
      activation: { name: 'mine', kind: 'pointwise', parameters: { a: 1, b: 2 } },
    })
  })

  test('forgets values of parameters that are no longer in it', () =>
    expect(draft('mine', 'x + c', { a: 3, c: 4 })).toMatchObject({ activation: { parameters: { c: 4 } } }))

  test.each([
    ['x * sigmod(x)', 5, 'unknown function sigmod, did you mean sigmoid?'],
    ['2 +', 4, undefined],
    ['3', 1, 'the formula has no input: write x, or gate and value'],
  ])('%s: the fault is at column %i', (text, column, reason) => {
    const found = draft('mine', text, {})
    expect(found).toMatchObject({ kind: 'fault', column, ...(reason === undefined ? {} : { reason }) })
  })

  test.each(['', 'x'.repeat(501), '('.repeat(400), '__proto__', 'constructor(x)'])('never throws: %j', text => {
    expect(() => draft('mine', text, {})).not.toThrow()
  })
})
