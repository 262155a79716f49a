import { describe, expect, test } from 'vitest'
import { contract } from '../../src/lower/contract.ts'
import { type Id, TapeBuilder } from '../../src/lower/tape.ts'

/** The operations of a tape after contraction, in order. */
function operations(write: (t: TapeBuilder, a: Id, b: Id, c: Id) => readonly Id[]): readonly string[] {
  const t = new TapeBuilder()
  const outputs = write(t, t.read('input', 'a'), t.read('input', 'b'), t.read('input', 'c'))
  return contract(t.finish(outputs)).steps.flatMap(s => ('name' in s ? [] : [s.op]))
}

describe('contraction', () => {
  test('takes a product into the sum or difference that alone uses it', () => {
    expect(operations((t, a, b, c) => [t.binary('add', t.binary('mul', a, b), c)])).toEqual(['madd'])
    expect(operations((t, a, b, c) => [t.binary('add', c, t.binary('mul', a, b))])).toEqual(['madd'])
    expect(operations((t, a, b, c) => [t.binary('sub', c, t.binary('mul', a, b))])).toEqual(['nmadd'])
  })

  test('leaves a product that is used again, is a result, or has something taken from it', () => {
    const twice = operations((t, a, b, c) => {
      const p = t.binary('mul', a, b)
      return [t.binary('add', p, c), t.binary('sub', p, c)]
    })
    expect(twice).toEqual(['mul', 'add', 'sub'])
    const result = operations((t, a, b, c) => {
      const p = t.binary('mul', a, b)
      return [p, t.binary('add', p, c)]
    })
    expect(result).toEqual(['mul', 'add'])
    expect(operations((t, a, b, c) => [t.binary('sub', t.binary('mul', a, b), c)])).toEqual(['mul', 'sub'])
  })

  test('leaves a product whose error is added too, whichever factor comes first', () => {
    const corrected = operations((t, a, b, c) => [
      t.binary('sub', t.binary('add', t.binary('mul', a, b), c), t.binary('producterror', b, a)),
    ])
    expect(corrected.slice(0, 2)).toEqual(['mul', 'add'])
    expect(corrected).not.toContain('madd')
  })

  test('takes one of two products into their sum', () => {
    expect(operations((t, a, b, c) => [t.binary('add', t.binary('mul', a, b), t.binary('mul', b, c))])).toEqual(['mul', 'madd'])
  })

  test('writes the error of a product as one fused step, guarded where the product is not finite', () => {
    expect(operations((t, a, b) => [t.binary('producterror', a, b)])).toEqual(['mul', 'nmadd', 'const', 'sub', 'eq', 'select'])
  })
})
