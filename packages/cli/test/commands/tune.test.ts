import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inFolder, inProcess, xphi } from '../run.ts'

const stories = fileURLToPath(new URL('../../../../../shared/data/models/stories260K', import.meta.url))
const present = existsSync(stories)
// Each line is one text; together some two thousand tokens.
const text = Array.from({ length: 200 }, (_, i) => `The cat sat on mat ${i % 7} and saw a red ball.`).join('\n')

interface Told {
  readonly from: number
  readonly steps: number
  readonly lossBefore: number
  readonly loss: number
  readonly sample: string
}

describe.skipIf(!present)(`xphi tune${present ? '' : ': ../shared/data is missing'}`, () => {
  const tuned = async (folder: string, out: string, steps: number, ...more: readonly string[]) => {
    writeFileSync(join(folder, 'cats.txt'), text)
    const args = ['tune', stories, join(folder, 'cats.txt'), '--out', join(folder, out), '--steps', String(steps), '--json', ...more]
    return inProcess(args)
  }

  it('learns a text, and goes on from its file as if it had not been left', () =>
    inFolder(async folder => {
      const whole = JSON.parse((await tuned(folder, 'whole', 24)).stdout) as Told
      const first = JSON.parse((await tuned(folder, 'parts', 12)).stdout) as Told
      const second = JSON.parse((await tuned(folder, 'parts', 12)).stdout) as Told
      expect([first.from, first.steps, second.from, second.steps]).toEqual([0, 12, 12, 24])
      expect(whole.loss).toBeLessThan(whole.lossBefore - 1)
      expect(second.lossBefore).toBe(first.loss)
      expect([second.loss, second.sample]).toEqual([whole.loss, whole.sample])
      expect(readFileSync(join(folder, 'parts')).equals(readFileSync(join(folder, 'whole')))).toBe(true)
      // The tale of the model that was tuned is another than its own.
      const tale = async (...more: readonly string[]) =>
        (await inProcess(['run', stories, '--prompt', 'The cat', '--temperature', '0', '--tokens', '9', ...more])).stdout
      const [own, other] = [await tale(), await tale('--training', join(folder, 'whole'))]
      expect(other).toMatch(/^The cat sat on mat \d/)
      expect(own).not.toBe(other)
    }))

  it('keeps what is done when it is interrupted', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'cats.txt'), text)
      const out = join(folder, 'cats.safetensors')
      const { code, stdout } = await xphi(['tune', stories, join(folder, 'cats.txt'), '--out', out, '--steps', '1000000', '--json'], {
        watch: child => setTimeout(() => child.kill('SIGINT'), 3000),
      })
      expect(code).toBe(130)
      const { steps } = JSON.parse(stdout) as Told
      const again = JSON.parse((await tuned(folder, 'cats.safetensors', 1)).stdout) as Told
      expect([again.from, again.steps]).toEqual([steps, steps + 1])
    }))

  it('names what is wrong', () =>
    inFolder(async folder => {
      const diverged = await tuned(folder, 'none', 40, '--rate', '1e30')
      expect([diverged.code, diverged.stderr]).toEqual([3, expect.stringMatching(/diverged at step \d+: .*nothing is kept/)])
      expect(existsSync(join(folder, 'none'))).toBe(false)
      for (const [args, message] of [
        [['--rate', '0'], '--rate: 0 is not above 0'],
        [['--steps', '0'], '--steps'],
        [['--out', join(folder, 'missing', 'x')], '--out: cannot write'],
        [['--out', join(folder, 'cats.txt')], 'cats.txt: a safetensors header of'],
      ] as const) {
        const { code, stderr, stdout } = await tuned(folder, 'none', 1, ...args)
        expect([code, stdout]).toEqual([2, ''])
        expect(stderr).toContain(message)
      }
      writeFileSync(join(folder, 'short.txt'), 'A cat.')
      const short = await inProcess(['tune', stories, join(folder, 'short.txt'), '--out', join(folder, 'none')])
      expect([short.code, short.stderr]).toEqual([2, expect.stringMatching(/short\.txt: \d+ tokens, too few: give a text of at least 650/)])
    }))
})
