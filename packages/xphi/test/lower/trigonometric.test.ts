import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PointwiseScalar } from '../../src/activation/functions.ts'
import { define } from '../../src/backend/typescript/define.ts'
import { compile } from '../../src/backend/wasm/compile.ts'
import { parse } from '../../src/formula/index.ts'
import { input } from '../../src/ir/index.ts'
import { phase } from '../../src/lower/elementary/trigonometric.ts'
import { lower } from '../../src/lower/lower.ts'
import { rareBranches } from '../../src/lower/rare.ts'
import { fixedPi } from '../../src/number/bigconstants.ts'
import { createBigArithmetic, fromHex, ulpDistance } from '../../src/number/index.ts'
import { turnsFrom, turnsTable } from '../../src/number/tables.ts'

const big = createBigArithmetic(300)

// Doubles next to a multiple of pi/2: the nearest of all (Muller, Elementary Functions, 3rd edition, 11.4), and others of each size.
const hard = [
  '0x1.6ac5b262ca1ffp+849',
  '0x1.921fb54442d18p+0',
  '0x1.921fb54442d18p+20',
  '0x1.fffffffffffffp+1023',
  '0x1.8p+1000',
  '0x1p+52',
].map(fromHex)
const doubles = fc.oneof(fc.constantFrom(...hard), fc.double({ noNaN: true, noDefaultInfinity: true, min: 1 }))

describe.each(['sin', 'cos'] as const)('%s', name => {
  const f = define(name, `${name}(x)`) as PointwiseScalar

  test('of any finite double is within an ulp, as scalar and as kernel', async () => {
    const kernel = await compile(f)
    fc.assert(
      fc.property(doubles, x => {
        const exact = big[name](big.fromNumber(x))
        expect(ulpDistance(f(x), exact), `${x}`).toBeLessThanOrEqual(1)
        expect(ulpDistance(kernel.map(Float64Array.of(1, x, -x))[1], exact), `${x}`).toBeLessThanOrEqual(1)
      }),
      { numRuns: 400 },
    )
  })

  test('of any finite single is within 0.51 ulp', async () => {
    const kernel = await compile(f)
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true, min: 1 }), x => {
        expect(ulpDistance(kernel.map(Float32Array.of(x, 0.5))[0], big[name](big.fromNumber(x)), 'f32'), `${x}`).toBeLessThanOrEqual(0.51)
      }),
      { numRuns: 400 },
    )
  })
})

test('the table holds the quarter turns modulo 4, to 210 bits after the point', () => {
  const table = turnsTable()
  const bits = 1600
  const twoOverPi = (1n << BigInt(2 * bits + 1)) / fixedPi(bits)
  for (const e of [turnsFrom, 51, 52, 53, 600, 1023]) {
    const exact = BigInt.asUintN(bits + 2, e < 52 ? twoOverPi >> BigInt(52 - e) : twoOverPi << BigInt(e - 52))
    const pieces = [0, 1, 2, 3].map(i => big.fromNumber(table[4 * (e - turnsFrom) + i]))
    const sum = pieces.reduce((a, b) => big.add(a, b))
    const off = big.sub(sum, { kind: 'finite', mantissa: exact, exponent: -bits })
    expect(Math.abs(big.toNumber(off))).toBeLessThan(2 ** -209)
    expect(Math.abs(big.toNumber(off))).toBeGreaterThan(0)
  }
  expect(table.length).toBe(4 * (1024 - turnsFrom))
})

test('a phase of pi is told from what is added', () => {
  const x = input('x')
  const of = (text: string) => phase(parse(text))
  expect(of('x + pi / 4')).toEqual({ of: x, quarters: 0.5 })
  expect(of('pi - x')).toEqual({ of: parse('pi - x'), quarters: 0 })
  expect(of('x - 3 * pi')).toEqual({ of: x, quarters: -6 })
  expect(of('pi / 2 + x')).toEqual({ of: x, quarters: 1 })
  expect(of('x + pi / 3')).toEqual({ of: parse('x + pi / 3'), quarters: 0 })
  expect(of('x + 1')).toEqual({ of: parse('x + 1'), quarters: 0 })
  expect(of('x + pi ^ 2')).toEqual({ of: parse('x + pi ^ 2'), quarters: 0 })
})

test('what only large arguments need stands in one branch, and no step outside it reads from it', () => {
  const [{ tape }] = lower([parse('sin(x)')], 'precise').phases
  const branches = [...rareBranches(tape)]
  expect(branches).toHaveLength(1)
  const inside = new Set(branches[0][1])
  expect([...inside].some(id => tape.steps[id].op === 'table')).toBe(true)
  for (const [id, step] of tape.steps.entries()) {
    if (inside.has(id) || !('a' in step)) continue
    const read =
      step.op === 'select' && step.rare ? [step.a, step.c] : [step.a, ...('b' in step ? [step.b] : []), ...('c' in step ? [step.c] : [])]
    for (const of of read) expect(inside.has(of)).toBe(false)
  }
})
