import { describe, expect, test, vi } from 'vitest'
import { type Activation, activation, fromFormula } from '../../../src/activation/activation.ts'
import { compile } from '../../../src/backend/wasm/compile.ts'
import { catalogue } from '../../../src/catalogue/index.ts'
import { ulp } from '../../../src/number/index.ts'

const special = [0, -0, 1, -1, 0.3, -7, 40, -40, 1e30, -1e30, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 2 ** -149]
const many = Array.from({ length: 60 }, (_, i) => Math.sin(i) * 8)
const inputs = [...special, ...many]

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, format: 'f32' | 'f64', what: string): void {
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(actual[i], expected[i]) || (actual[i] === 0 && expected[i] === 0)) continue
    expect(Math.abs(actual[i] - expected[i]), `${what} at ${i}: ${actual[i]}, ${expected[i]}`).toBeLessThanOrEqual(ulp(expected[i], format))
  }
}

describe.each([
  ['f32', Float32Array],
  ['f64', Float64Array],
] as const)('value and derivative at once, %s', (format, of) => {
  test('are those of map and backward for every pointwise function', async () => {
    for (const { name } of catalogue.filter(e => e.kind === 'pointwise')) {
      const kernel = await compile(activation(name) as Activation<'pointwise'>)
      const x = of.from(inputs) as Float32Array
      const { y, dx } = kernel.both(x)
      expect(y, name).toEqual(kernel.map(x))
      near(dx, kernel.backward(x, (of.from(inputs) as Float32Array).fill(1)), format, name)
    }
  })

  test('are those of map and backward for gates', async () => {
    for (const { name } of catalogue.filter(e => e.kind === 'gated')) {
      const kernel = await compile(activation(name) as Activation<'gated'>)
      const gate = of.from(many) as Float32Array
      const value = of.from(many).reverse() as Float32Array
      const { y, dgate, dvalue } = kernel.both(gate, value)
      expect(y, name).toEqual(kernel.map(gate, value))
      const slopes = kernel.backward(gate, value, (of.from(many) as Float32Array).fill(1))
      near(dgate, slopes.gate, format, name)
      near(dvalue, slopes.value, format, name)
    }
  })

  test('go where they are told, the value in place of its input too', async () => {
    const kernel = await compile(activation('silu'))
    const x = of.from(inputs) as Float32Array
    const expected = kernel.both(x)
    const dx = x.slice()
    const result = kernel.both(x, { y: x, dx })
    expect(result.y).toBe(x)
    expect(result.dx).toBe(dx)
    expect(result).toEqual(expected)
  })
})

test('a row function has no derivative by element', async () => {
  const kernel = await compile(activation('softmax'))
  expect(() => kernel.both(Float32Array.of(1, 2))).toThrow("softmax is a row function: it has no slope by element, use job 'backward'")
})

test('a zero is its own image under some values of a parameter, and another under others', async () => {
  const cut = fromFormula('cut', 'x < t ? x : 1', { t: 1 })
  const x = Float32Array.of(0, -0)
  expect((await compile(cut)).map(x)).toEqual(x)
  expect((await compile(cut, { parameters: { t: 0 } })).map(x)).toEqual(Float32Array.of(1, 1))
})

test('one kernel serves all values of the parameters that are singles, and one all others', async () => {
  const swish = activation('swish')
  const x = Float32Array.of(2)
  const [first] = (await compile(swish)).map(x)
  const made = vi.spyOn(WebAssembly, 'Module')
  const [second] = (await compile(swish, { parameters: { beta: 3 } })).map(x)
  expect(made).not.toHaveBeenCalled()
  for (const beta of [0.1, 0.3]) (await compile(swish, { parameters: { beta } })).map(x)
  expect(made).toHaveBeenCalledOnce()
  made.mockRestore()
  expect([first, second]).toEqual([Math.fround(2 / (1 + Math.exp(-2))), Math.fround(2 / (1 + Math.exp(-6)))])
})
