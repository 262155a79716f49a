import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inFolder, inProcess, xphi } from '../run.ts'

const stories = fileURLToPath(new URL('../../../../../shared/data/models/stories260K', import.meta.url))
const present = existsSync(stories)

describe.skipIf(!present)(`xphi run${present ? '' : ': ../shared/data is missing'}`, () => {
  it("tells llama2.c's own text at temperature 0, the text alone on stdout", async () => {
    const { code, stdout, stderr } = await xphi(['run', stories, '--temperature', '0', '--tokens', '255'])
    const { greedy_text } = JSON.parse(readFileSync(join(stories, 'golden.json'), 'utf8')) as { readonly greedy_text: string }
    expect(stdout).toBe(`${greedy_text}\n`)
    expect(stderr).toMatch(/^255 tokens in [\d.]+ s, \d+ tokens a second, 260032 parameters\n$/)
    expect(code).toBe(0)
  })

  it('continues a prompt, the same for a seed', async () => {
    const told = (seed: string) => inProcess(['run', stories, '--prompt', 'One day, Tom', '--tokens', '30', '--seed', seed])
    const [first, again, other] = [await told('5'), await told('5'), await told('6')]
    expect(first.stdout).toMatch(/^One day, Tom\S*( |,)/)
    expect(again.stdout).toBe(first.stdout)
    expect(other.stdout).not.toBe(first.stdout)
  })

  it('prints JSON', async () => {
    const { stdout } = await inProcess(['run', join(stories, 'stories260K.bin'), '--prompt', 'Lily', '--tokens', '9', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ prompt: 'Lily', tokens: 9, seed: 1, temperature: 1, parameters: 260032 })
  })

  it('names what is wrong, exit 2', () =>
    inFolder(async folder => {
      const refused = async (...args: readonly string[]) => {
        const { code, stdout, stderr } = await inProcess(['run', ...args])
        expect(stdout).toBe('')
        expect(code).toBe(2)
        return stderr
      }
      expect(await refused(join(folder, 'none'))).toContain('none: no such file or folder')
      expect(await refused('x'.repeat(300))).toContain('x: cannot be read: its name is too long')
      expect(await refused(folder)).toContain('no checkpoint (*.bin) in it')
      copyFileSync(join(stories, 'stories260K.bin'), join(folder, 'model.bin'))
      expect(await refused(folder)).toContain('no tokenizer (tok*.bin) in it')
      writeFileSync(join(folder, 'tok.bin'), 'not a tokenizer')
      expect(await refused(folder)).toContain('token 0 of the tokenizer has 1768842603 bytes')
      expect(await refused(folder, '--tokenizer', join(folder, 'missing'))).toContain('missing: no such file')
      writeFileSync(join(folder, 'other.bin'), new Uint8Array(100))
      expect(await refused(folder)).toContain('which is the checkpoint (*.bin), model.bin or other.bin?')
      expect(await refused(join(folder, 'other.bin'))).toContain('no llama2.c checkpoint: its width is 0')
      expect(await refused(stories, '--temperature', '-1')).toContain('--temperature: -1 is below 0')
      expect(await refused(stories, '--tokens', '0')).toContain('--tokens')
      expect(await refused(stories, '--prompt', 'word '.repeat(600))).toContain('a prompt has 1 to 512 tokens')
    }))
})
