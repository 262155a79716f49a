import { describe, expect, it } from 'vitest'
import { type DataSet, generators } from '../../src/index.ts'

const made = (name: string, seed = 1): DataSet => generators.get(name)!({ seed })
const points = ({ x, y, rows }: DataSet) => Array.from({ length: rows }, (_, row) => ({ a: x[2 * row], b: x[2 * row + 1], label: y[row] }))

/** The mean lies within five standard errors of what is expected, and so does the deviation (of a normal sample). */
function expectNormal(sample: readonly number[], deviation: number): void {
  const n = sample.length
  const mean = sample.reduce((sum, v) => sum + v, 0) / n
  const found = Math.sqrt(sample.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n)
  expect(Math.abs(mean)).toBeLessThan((5 * deviation) / Math.sqrt(n))
  expect(Math.abs(found - deviation)).toBeLessThan((5 * deviation) / Math.sqrt(2 * n))
}

describe.each([...generators.keys()])('%s', name => {
  it('repeats for a seed and differs for another', () => {
    expect(made(name, 7)).toEqual(made(name, 7))
    expect(made(name, 7).x).not.toEqual(made(name, 8).x)
  })

  it('has 600 training and 2000 test rows of finite numbers, classes in turn', () => {
    const data = made(name)
    expect(data).toMatchObject({ name, rows: 2600, testFrom: 600, features: ['x1', 'x2'], commonUnit: false })
    expect(data.x.length).toBe(5200)
    expect(data.x.every(Number.isFinite)).toBe(true)
    expect(data.y.every((label, row) => label === row % 2)).toBe(true)
  })
})

it('makes these donuts from seed 1, on every machine', () => {
  expect([...made('donuts').x.slice(0, 4)]).toMatchInlineSnapshot(`
    [
      -0.2206975370645523,
      0.8285993337631226,
      -1.761457085609436,
      0.7899433374404907,
    ]
  `)
})

it('makes these spirals from seed 1, on every machine', () => {
  expect([...made('spirals').x.slice(0, 4)]).toMatchInlineSnapshot(`
    [
      -1.4622020721435547,
      0.5188915729522705,
      -1.284440517425537,
      -2.5755906105041504,
    ]
  `)
})

it('donuts: radii are normal around 1 and 2 with deviation 0.15, angles even', () => {
  for (const label of [0, 1]) {
    const ring = points(made('donuts')).filter(p => p.label === label)
    expectNormal(
      ring.map(({ a, b }) => Math.hypot(a, b) - 1 - label),
      0.15,
    )
    // By octant: 162.5 of 1300, binomial deviation 11.9; five of them.
    const counts = new Array(8).fill(0)
    for (const { a, b } of ring) counts[Math.min(7, Math.floor(((Math.atan2(b, a) / Math.PI + 1) / 2) * 8))]++
    for (const count of counts) expect(Math.abs(count - 162.5)).toBeLessThan(60)
  }
})

it('moons: the noise about each half circle has deviation 0.1', () => {
  for (const label of [0, 1]) {
    const offsets: number[] = []
    for (const { a, b } of points(made('moons')).filter(p => p.label === label)) {
      const [u, v] = label === 0 ? [a, b] : [1 - a, 0.5 - b]
      // Away from the ends of the half circle, where the nearest point is not radial.
      if (v > 0.3) offsets.push(Math.hypot(u, v) - 1)
    }
    expect(offsets.length).toBeGreaterThan(900)
    // Radial distance of a point with noise d: d + (transverse noise)^2 / 2, whose mean of 0.005 is taken off.
    expectNormal(
      offsets.map(offset => offset - 0.005),
      0.1,
    )
  }
})

it('spirals: each point lies on its arm and not on the other, which is the arm turned by half a turn', () => {
  const distanceToArm = (a: number, b: number, sign: number): number => {
    let least = Infinity
    for (let step = 0; step <= 2000; step++) {
      const angle = (3 * Math.PI * step) / 2000
      const radius = sign * (0.5 + (3 * step) / 2000)
      least = Math.min(least, Math.hypot(a - radius * Math.cos(angle), b - radius * Math.sin(angle)))
    }
    return least
  }
  for (const { a, b, label } of points(made('spirals'))) {
    const sign = label === 0 ? 1 : -1
    // Five deviations of the noise; the arms are 1 apart.
    expect(distanceToArm(a, b, sign)).toBeLessThan(0.5)
    expect(distanceToArm(a, b, sign)).toBeLessThan(distanceToArm(a, b, -sign))
  }
})
