import { expect, test } from 'vitest'
import { printTape } from '../../../src/backend/typescript/print.ts'
import { parse } from '../../../src/formula/index.ts'
import { lower } from '../../../src/lower/lower.ts'
import { define, snake } from '../../../src/index.ts'
import { TapeBuilder } from '../../../src/lower/tape.ts'

const bodyOf = (formula: string): readonly string[] =>
  printTape(lower([parse(formula)], 'precise').phases[0].tape, new Set(['x'])).body.split('\n')

test('what only a rare selection needs stands in a branch', () => {
  const lines = bodyOf('sin(x) + cos(2 * x)')
  const reads = lines.filter(l => l.includes('turns['))
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.filter(l => !l.startsWith('  '))).toEqual([])
  // Each argument has its own condition.
  expect(lines.filter(l => l.startsWith('if (')).length).toBe(2)
})

test('what a rare selection shares with others stays outside of its branch', () => {
  const tape = new TapeBuilder()
  const x = tape.read('input', 'x')
  const root = tape.unary('sqrt', x)
  const seldom = tape.binary('lt', x, tape.constant(-8))
  const cube = tape.binary('mul', tape.binary('mul', root, x), x)
  const picked = tape.select(seldom, cube, root, true)
  const { body } = printTape(tape.finish([tape.binary('add', picked, root)]), new Set(['x']))
  expect(body.split('\n')).toEqual([
    'const a = Math.sqrt(x)',
    'let b = 0',
    'if (x < (-8)) {',
    '  b = (a * x) * x',
    '}',
    'return ((x < (-8)) ? b : a) + a',
  ])
})

test('both sides of the branch have the bits of the tape', () => {
  const own = define('own', snake.formula, snake.parameters) as typeof snake
  for (let k = 1; k < 300; k++) {
    for (const x of [2 ** 20 * (1 + (k - 150) * 2 ** -9), Math.sin(k) * 2 ** (k - 40)]) {
      expect(snake(x)).toBe(own(x))
      expect(snake.derivative(x)).toBe(own.derivative(x))
    }
  }
})
