import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PointwiseScalar } from 'xphi'
import { functionOf, activation } from 'xphi/formula'
import type { LowFormat } from 'xphi/number'
import { hashOf, roundedEverywhere } from '../../src/accuracy/index.ts'

/** Hashes of results that scripts/accuracy/rounded.mjs has compared with the exact ones, input by input. */
type Proven = Readonly<Record<LowFormat, Readonly<Record<string, readonly [value: string, derivative: string]>>>>
const proven: Proven = JSON.parse(readFileSync(new URL('rounded.json', import.meta.url), 'utf8'))
const names = Object.keys(proven.e4m3)
const results = (name: string, format: LowFormat) => roundedEverywhere(functionOf(activation(name)) as PointwiseScalar, format)

const cases: readonly (readonly [LowFormat, readonly string[]])[] = [
  ['e4m3', names],
  ['e5m2', names],
  ['f16', ['sigmoid', 'hard_swish']],
  ['bf16', ['silu']],
]

test.each(cases)('rounded gives in %s what was proven of every input', (format, of) => {
  for (const name of of) {
    const { value, derivative } = results(name, format)
    expect([hashOf(value), hashOf(derivative)], name).toEqual(proven[format][name])
  }
})

test('one result that is one ulp off is found', () => {
  const { value } = results('gelu', 'e4m3')
  const at = value.findIndex(y => y > 1)
  const ulp = 2 ** (Math.floor(Math.log2(value[at])) - 3)
  expect(hashOf(value.with(at, value[at] + ulp))).not.toBe(proven.e4m3.gelu[0])
})
