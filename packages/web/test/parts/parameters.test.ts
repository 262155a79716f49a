import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue } from 'xphi/catalogue'
import { activation } from 'xphi/formula'
import { accepts, sliderOf } from '../../src/parts/parameters.ts'

const parameters = catalogue.flatMap(entry => entry.parameters.map(parameter => ({ entry, parameter })))

test('a slider goes only where the function can, and is long enough for what is there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...parameters), fc.double({ min: -100, max: 100, noNaN: true }), ({ entry, parameter }, value) => {
      const { from, to, step } = sliderOf(parameter.default, parameter)
      for (const end of [from, to]) expect(activation(entry.name, { [parameter.name]: end }).parameters[parameter.name]).toBe(end)
      expect(from).toBeLessThan(to)
      expect(step).toBeGreaterThan(0)
      expect([from <= parameter.default, parameter.default <= to]).toEqual([true, true])
      if (!accepts(value, parameter)) return
      const wide = sliderOf(value, parameter)
      expect(wide.from - wide.step <= value && value <= wide.to + wide.step).toBe(true)
    }),
  )
})

test('what a parameter may be is what the function takes', () => {
  for (const { entry, parameter } of parameters)
    for (const value of [-1, -0.001, 0, 1e-9, 1, 1e6, Number.NaN, Number.POSITIVE_INFINITY]) {
      const take = () => activation(entry.name, { [parameter.name]: value })
      if (accepts(value, parameter)) expect(take).not.toThrow()
      else expect(take, `${entry.name} ${parameter.name}=${value}`).toThrow()
    }
})
