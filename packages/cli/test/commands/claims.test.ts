import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, inProcess, xphi } from '../run.ts'

const json = (text: string) => JSON.parse(text) as Record<string, unknown>[]

describe('xphi claims', () => {
  it('lists every claim and runs none', async () => {
    await inFolder(async folder => {
      const out = join(folder, 'runs.jsonl')
      const { code, stdout } = await inProcess(['claims', '--out', out])
      expect(code).toBe(0)
      const lines = stdout.split('\n').filter(line => /^ *\d+ {2}/.test(line))
      expect(lines.length).toBe(38)
      expect(lines[33]).toMatch(/^34 .*holds, fails +-$/)
      expect(() => readFileSync(out)).toThrow()
      expect((await inProcess(['claims', '--list', '3', '--out', out])).stdout).toBe(stdout)
    })
  })

  it('runs some, keeps their seeds, and shows verdicts with values', async () => {
    await inFolder(async folder => {
      const out = join(folder, 'runs.jsonl')
      const { code, stdout } = await xphi(['claims', '2', '25', '1', '--out', out, '--quiet'])
      expect(code).toBe(0)
      expect(stdout).toMatch(/holds, expected: holds/)
      expect(stdout).toMatch(/fails, expected: fails/)
      expect(stdout).toMatch(/step\s+10 of 10; mean 0 \[0, 0\]\s+at most 0 in each of 10 seeds\s+holds/)
      expect(stdout).toMatch(/Right is: Warren/)
      expect(readFileSync(out, 'utf8').trim().split('\n').length).toBe(11)
      expect((await inProcess(['claims', '--out', out])).stdout).toMatch(/A step has no gradient +holds +holds/)
    })
  })

  it('prints JSON', async () => {
    await inFolder(async folder => {
      const { stdout } = await xphi(['claims', '25', '--json', '--no-out', '--quiet'], { cwd: folder })
      const [claim] = json(stdout)
      expect(claim).toMatchObject({ id: 25, kind: 'tested', n: 1 })
      expect(claim.parts).toMatchObject([{ expected: 'fails', verdict: 'fails', surprise: false, refuted: true }])
      const list = json((await inProcess(['claims', '--list', '--json', '--out', join(folder, 'none')])).stdout)
      expect(list.map(({ id }) => id)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1))
    })
  })

  it('says what data a claim lacks, and ends with 1', async () => {
    await inFolder(async folder => {
      const { code, stdout, stderr } = await xphi(['claims', '33', '--data', folder, '--no-out'])
      expect(code).toBe(1)
      expect(stderr).toMatch(/claim 33 needs stories260K\.bin .* give the folder with --data/)
      expect(stdout).toMatch(/Not run\./)
    })
  })

  it('writes its pages from the runs that are kept', async () => {
    await inFolder(async folder => {
      const [out, page, markdown] = ['runs.jsonl', 'page.html', 'page.md'].map(name => join(folder, name))
      await xphi(['claims', '25', '--out', out, '--quiet'])
      expect((await inProcess(['claims', '--list', '--out', out, '--page', page, '--markdown', markdown])).code).toBe(0)
      expect(readFileSync(markdown, 'utf8')).not.toContain('.svg')
      const shown = ['--markdown', markdown, '--figures', join(folder, 'drawn')]
      expect((await inProcess(['claims', '--list', '--out', out, ...shown])).code).toBe(0)
      expect(readdirSync(join(folder, 'drawn'))).toEqual(['25-bounds.svg'])
      expect(readFileSync(markdown, 'utf8')).toContain('](drawn/25-bounds.svg)')
      // Before anything runs.
      const other = join(folder, 'other.jsonl')
      const refused = await inProcess(['claims', '25', '--out', other, '--figures', out])
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/--figures: cannot write .*: it is no folder/)])
      expect(existsSync(other)).toBe(false)
      expect(readFileSync(page, 'utf8')).toMatch(/fails, expected: fails/)
      expect(readFileSync(markdown, 'utf8')).toMatch(/\*\*fails, expected: fails:\*\*/)
    })
  })

  it.each([
    [['claims', '39'], /there is no claim 39/],
    [['claims', 'three'], /'three' is not a number/],
    [['claims', '3', '--all'], /--all runs every claim/],
    [['claims', '25', '--out', '/nowhere/runs'], /--out: cannot write/],
    [['claims', '25', '--page', '/nowhere/page'], /--page: cannot write/],
    [['claims', '25', '--workers', '0', '--no-out'], /--workers/],
    [['claims', '25', '--workers', '9999', '--no-out'], /--workers: 9999 is more than 256/],
  ])('refuses %j', async (args, message) => {
    const { code, stderr, stdout } = await inProcess(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  it('writes nothing where it refuses', async () => {
    await inFolder(async folder => {
      const out = join(folder, 'kept')
      writeFileSync(out, 'mine\n')
      await inProcess(['claims', '39', '--out', out])
      expect(readFileSync(out, 'utf8')).toBe('mine\n')
    })
  })
})
