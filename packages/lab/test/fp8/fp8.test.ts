import { existsSync, readFileSync } from 'node:fs'
import { alphabetOf } from '@xphi/train'
import { describe, expect, it } from 'vitest'
import { plantedGates, rateOf } from '../../src/fp8/arms.ts'
import { characterModel, fp8Anatomy, identityFaults, outlierErrors, perTensor, regression, scaledChannel } from '../../src/fp8/index.ts'
import { Random } from '@xphi/train'

describe('what the trainings share', () => {
  it('rates rise over 50 steps, stay, and fall to a twentieth', () => {
    const rates = [0, 24, 49, 200, 359, 480, 599].map(step => rateOf(2, step, 600))
    expect(rates).toEqual([0.04, 1, 2, 2, 2, 1, 0.1])
  })

  it('plants one unit on the last input, which the others do not see', () => {
    const weights = plantedGates(new Random(1), 3, 4, 1, 100)
    const rows = Array.from({ length: 6 }, (_, row) => [...weights.subarray(4 * row, 4 * row + 4)])
    for (const row of [0, 3]) expect(rows[row]).toEqual([0, 0, 0, 100])
    for (const row of [1, 2, 4, 5]) {
      expect(rows[row][3]).toBe(0)
      expect(rows[row].slice(0, 3)).not.toContain(0)
    }
  })
})

describe('the regression', () => {
  it('learns in f32, the same for a seed', async () => {
    const [a, b, other] = await Promise.all([3, 3, 4].map(seed => regression({ arm: 'f32', seed, steps: 120 })))
    expect(a).toEqual(b)
    expect(a.loss).not.toBe(other.loss)
    const early = a.losses.slice(0, 10).reduce((sum, loss) => sum + loss, 0) / 10
    expect(a.losses.slice(-10).reduce((sum, loss) => sum + loss, 0) / 10).toBeLessThan(early / 3)
    expect(a.diverged).toBeUndefined()
  })

  it('diverges in plain FP8 with the planted unit, whose outlier flushes the others, and not in Smooth-SwiGLU', async () => {
    const [plain, smooth, without] = await Promise.all([
      regression({ arm: 'delayed', seed: 0 }),
      regression({ arm: 'smooth', seed: 0, steps: 200 }),
      regression({ arm: 'delayed', seed: 0, strength: 0, steps: 200 }),
    ])
    expect(plain.diverged).toBe(plain.losses.length - (plain.losses[plain.losses.length - 1] > 1e6 ? 1 : 0))
    expect(plain.flushed).toBeGreaterThan(0.3)
    for (const run of [smooth, without]) {
      expect(run.diverged).toBeUndefined()
      expect(run.losses).toHaveLength(200)
      expect(run.flushed).toBeLessThan(0.01)
    }
  })
})

describe('the character model', () => {
  const characters = 'the quick Queen of Qatar asks: Quo vadis? '.repeat(40)
  const alphabet = alphabetOf(characters)
  const text = { alphabet, tokens: alphabet.encode(characters) }

  it('learns a text by heart in f32, but what comes after the rare letter, where the planted unit drowns all else', async () => {
    const learn = (strength: number) => characterModel(text, { arm: 'f32', seed: 1, strength, steps: 200 })
    const { losses } = await learn(0)
    expect(losses[199]).toBeLessThan(0.02)
    // 3 of 42 letters are Q, two of which go on with u: entropy of a third.
    const drowned = (3 / 42) * (Math.log(3) - (2 / 3) * Math.log(2))
    expect((await learn(1024)).losses.slice(-50).reduce((sum, loss) => sum + loss, 0) / 50).toBeGreaterThan(0.7 * drowned)
    expect(losses[0]).toBeGreaterThan(2)
  })

  it('has its hidden outputs flushed by the planted unit in plain FP8 alone', async () => {
    const flushed = async (arm: 'delayed' | 'smooth', strength: number) =>
      (await characterModel(text, { arm, seed: 1, strength, steps: 20 })).flushed
    expect(await flushed('delayed', 1024)).toBeGreaterThan(0.3)
    expect(await flushed('delayed', 0)).toBeLessThan(0.01)
    expect(await flushed('smooth', 1024)).toBeLessThan(0.02)
  })
})

describe('one aligned unit', () => {
  it('spoils the others by one scale, the more the longer it is, and not smoothly', async () => {
    const errors = await Promise.all([1, 256, 4096].map(strength => outlierErrors(7, strength)))
    // Half a unit in the last place of E4M3 is 1/16 of a number at most.
    for (const { smooth } of errors) expect(smooth).toBeLessThan(1 / 16)
    expect(errors[0].tensor).toBeLessThan(1 / 16)
    expect(errors[1].tensor).toBeGreaterThan(0.4)
    expect(errors[2].tensor).toBe(1)
  })

  it('leaves SwiGLU as it is without rounding', async () => {
    const { differing, subnormal, count } = await identityFaults(7, 256)
    expect(differing).toBe(0)
    expect(subnormal).toBeLessThan(count / 100)
    // E4M3 keeps four of 24 bits.
    expect((await identityFaults(7, 256, perTensor)).differing).toBeGreaterThan(count / 2)
  })
})

const folder = new URL('../../../../../shared/data/models/stories260K/', import.meta.url)

describe.skipIf(!existsSync(folder))(`stories260K${existsSync(folder) ? '' : ': ../shared/data is missing'}`, () => {
  const file = (name: string) => readFileSync(new URL(name, folder))

  it('is seen tensor by tensor', async () => {
    const { tensors, alignments } = await fp8Anatomy(file('stories260K.bin'), file('tok512.bin'), 20)
    // Four products a block, and the head, each with an input and weights.
    expect(tensors).toHaveLength(2 * (4 * 5 + 1))
    expect(tensors.filter(({ tensor }) => tensor === 'hidden').map(({ layer, count }) => [layer, count])).toEqual(
      [2, 4, 6, 8, 10].map(layer => [layer, 21 * 172]),
    )
    for (const { saturated, histogram, zeros, count } of tensors) {
      expect(saturated).toBe(0)
      expect(histogram.reduce((sum, bin) => sum + bin.count, zeros)).toBe(count)
    }
    // The first block's is written down beside the model.
    const [first] = alignments
    expect(first.cosines.reduce((sum, c) => sum + Math.abs(c), 0) / 172).toBeCloseTo(0.215, 3)
  })

  it('with a channel scaled is the same in f32 and smoothly, and another by one scale', async () => {
    const at = (factor: number) => scaledChannel(file('stories260K.bin'), file('tok512.bin'), { factor, tokens: 30 })
    const [same, far] = await Promise.all([at(1), at(2 ** 20)])
    expect(far.scaled.kl).toBe(0)
    expect(far.smooth).toEqual(same.smooth)
    expect(far.smooth.kl).toBeGreaterThan(0)
    expect(same.tensor.kl).toBeLessThan(0.01)
    expect(far.tensor.kl).toBeGreaterThan(50 * same.tensor.kl)
  })
})
