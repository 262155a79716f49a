import { fromFormula, functionOf } from 'xphi/formula'
import type { Arena } from '../arena.ts'

const scalar = (formula: string) => functionOf(fromFormula('rotary', formula)) as (x: number) => number

/** The addresses of two tables [rows, size]: the cosine twice for each pair, and -sin, sin. */
export interface RotaryTable {
  readonly cosines: number
  readonly sines: number
}

const known = new WeakMap<Arena, Map<string, RotaryTable>>()

/**
 * Rotary positions (Su and others 2021): at row n the pair (2i, 2i + 1) of a head turns by n * theta^(-2i / size), the adjacent pairs of
 * the paper and of llama2.c. All layers of a model share a table.
 */
export function rotaryTable(arena: Arena, rows: number, size: number, theta: number): RotaryTable {
  const tables = known.get(arena) ?? new Map<string, RotaryTable>()
  known.set(arena, tables)
  const key = [rows, size, theta].join()
  const table = tables.get(key) ?? write(arena, rows, size, theta)
  tables.set(key, table)
  return table
}

function write(arena: Arena, rows: number, size: number, theta: number): RotaryTable {
  const [cosines, sines] = [arena.floats(rows * size), arena.floats(rows * size)]
  const floats = new Float32Array(arena.memory.buffer)
  const [exp, log, sin, cos] = ['exp(x)', 'log(x)', 'sin(x)', 'cos(x)'].map(scalar)
  for (let i = 0; i < size; i += 2) {
    const speed = exp((-log(theta) * i) / size)
    for (let row = 0; row < rows; row++) {
      const at = row * size + i
      floats.fill(cos(row * speed), cosines / 4 + at, cosines / 4 + at + 2)
      floats.set([-sin(row * speed), sin(row * speed)], sines / 4 + at)
    }
  }
  return { cosines, sines }
}
