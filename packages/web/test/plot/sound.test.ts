import { expect, test } from 'vitest'
import { pitchOf } from '../../src/plot/sound.ts'

test('a height is a tone: as many octaves for equal steps, and no tone beyond the window', () => {
  expect(pitchOf(0.5) / pitchOf(0)).toBeCloseTo(pitchOf(1) / pitchOf(0.5), 12)
  expect(pitchOf(1) / pitchOf(0)).toBe(4)
  expect([pitchOf(-3), pitchOf(7)]).toEqual([pitchOf(0), pitchOf(1)])
})
