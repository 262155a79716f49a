import { describe, expect, test } from 'vitest'
import { oneOf, settingsFrom, whole } from '../../src/parts/choices.ts'

const settings = { format: oneOf(['e4m3', 'e5m2']), outlier: whole(18, 0, 32) }

describe('settings of a screen', () => {
  test('are the usual where nothing is given, and what is given where it can be used', () => {
    expect(settingsFrom({}, settings)).toEqual({ settings: { format: 'e4m3', outlier: 18 }, unusable: [] })
    expect(settingsFrom({ format: 'e5m2', outlier: '0', data: 'moons' }, settings)).toEqual({
      settings: { format: 'e5m2', outlier: 0 },
      unusable: [],
    })
  })

  test.each([
    ['format', 'constructor', 'e4m3, e5m2'],
    ['outlier', '33', '0–32'],
    ['outlier', '1.5', '0–32'],
    ['outlier', '', '0–32'],
  ])('%s=%s is told with what can be used, and the usual is shown', (name, text, possible) => {
    expect(settingsFrom({ [name]: text }, settings)).toEqual({
      settings: { format: 'e4m3', outlier: 18 },
      unusable: [{ name, text, possible }],
    })
  })
})
