import { section } from '@xphi/lab/curve'
import { gelu } from 'xphi'
import { activation, fromFormula } from 'xphi/formula'
import { describe, expect, test } from 'vitest'
import { commandOf, csvOf, latexOf, typescriptOf } from '../../src/parts/take.ts'

const mine = fromFormula('mine', 'x > 0 ? x : a * x', { a: 0.25 })

describe('what is taken along', () => {
  test('is a table whose numbers read back as the same doubles', () => {
    const [head, ...lines] = csvOf([section(activation('gelu'))])
      .trimEnd()
      .split('\n')
    expect(head).toBe("x,gelu,gelu'")
    expect(lines).toHaveLength(1001)
    for (const line of lines) {
      const [x, value, slope] = line.split(',').map(Number)
      expect([value, slope]).toEqual([gelu(x), gelu.derivative(x)])
    }
    expect([lines[0], lines[500], lines[1000]].map(line => Number(line.split(',')[0]))).toEqual([-5, 0, 5])
  })

  test.each([
    [[activation('gelu')], true, 'npx xphi plot gelu'],
    [[activation('gelu'), activation('relu')], false, 'npx xphi plot gelu relu'],
    [[activation('gelu'), activation('relu')], true, 'npx xphi plot gelu relu --derivative'],
    [[activation('elu', { alpha: 0.5 })], true, 'npx xphi plot elu --param alpha=0.5'],
    [[mine], true, "npx xphi plot --formula 'mine=x > 0 ? x : a * x' --param a=0.25"],
  ])('is a command', (functions, slopes, command) => expect(commandOf(functions, slopes)).toBe(command))

  test('is LaTeX and TypeScript', () => {
    expect(latexOf(activation('silu'))).toBe('\\mathrm{silu} = x \\, \\sigma\\left(x\\right)')
    expect(latexOf(activation('gelu_tanh'))).toMatch(/^\\mathrm\{gelu\\_tanh\} = /)
    expect(typescriptOf(activation('gelu'))).toBe("import { gelu } from 'xphi'")
    expect(typescriptOf(mine)).toBe("import { define } from 'xphi'\nconst mine = define('mine', 'x > 0 ? x : a * x', { a: 0.25 })")
  })
})
