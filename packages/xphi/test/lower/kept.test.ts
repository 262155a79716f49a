import { describe, expect, test } from 'vitest'
import { activation, expressionOf } from '../../src/activation/activation.ts'
import { gradients } from '../../src/differentiate/index.ts'
import { parse } from '../../src/formula/index.ts'
import { type Expr, input } from '../../src/ir/index.ts'
import { certificate } from '../../src/lower/certificate.ts'
import { lower } from '../../src/lower/lower.ts'
import { rewrite } from '../../src/lower/rewrite.ts'

const gradient = (name: string): Expr => gradients(expressionOf(activation(name)), input('dy'), [input('x')])[0]
const exponentials = (e: Expr) =>
  lower([e], 'plain', { keep: true }).phases.map(({ tape, keeps }) => ({
    powers: tape.steps.filter(s => s.op === 'pow2').length,
    keeps: keeps.length,
  }))

describe('what a row keeps', () => {
  test.each([
    ['softmax', expressionOf(activation('softmax'))],
    ['its gradient', gradient('softmax')],
    ['the gradient of solu_ln', gradient('solu_ln')],
  ])('an exponential of %s is computed in one phase, and kept there', (_, e) => {
    const phases = exponentials(e)
    expect(phases.filter(p => p.powers > 0)).toEqual([{ powers: 1, keeps: 1 }])
    expect(phases.filter(p => p.keeps > 0)).toHaveLength(1)
  })

  test('each of two, and none that one phase alone needs or all elements share', () => {
    const two = exponentials(parse('exp(x) * tanh(x) / (rowsum(exp(x)) + rowsum(tanh(x)))'))
    expect(two.map(p => p.keeps)).toEqual([2, 0])
    expect(exponentials(parse('x / rowsum(exp(x))')).map(p => p.keeps)).toEqual([0, 0])
    expect(exponentials(parse('x * exp(rowmax(x)) / rowsum(x * exp(rowmax(x)))')).map(p => p.keeps)).toEqual([0, 0, 0])
  })
})

describe('a certificate', () => {
  test.each(['softmax', 'log_softmax', 'solu', 'solu_ln', 'layernorm'])('is known of the gradient of %s', name => {
    expect(certificate(rewrite(gradient(name)))?.op).toBe('le')
  })

  // Nothing bounds what they make of an error in their argument.
  test.each(['x - log(rowsum(x))', 'x - sin(x - rowmax(x))', 'x - erf(x * rowsum(x))'])('is not known of %s', text => {
    expect(certificate(rewrite(parse(text)))).toBeUndefined()
  })
})
