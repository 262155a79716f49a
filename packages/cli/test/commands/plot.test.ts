import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, inProcess, xphi } from '../run.ts'

describe('xphi plot', () => {
  it('draws in the width that there is, without colours off a terminal', async () => {
    const { code, stdout, stderr } = await xphi(['plot', 'gelu', 'relu', '--width', '60', '--height', '12'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(14)
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(60)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toMatch(/ gelu$/m)
    expect(stdout).toMatch(/ relu$/m)
  })

  it('--json gives the curves as points', async () => {
    const { stdout } = await inProcess(['plot', '--formula', 'twice=2*x', '--from', '-1', '--to', '3', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      from: -1,
      to: 3,
      notes: [],
      curves: [
        { name: 'twice', segments: [{ x: [-1, 3], y: [-2, 6] }] },
        { name: "twice'", segments: [{ x: [-1, 3], y: [2, 2] }] },
      ],
    })
  })

  it('says how a gated or row function became a curve', async () => {
    const { stdout } = await inProcess(['plot', 'swiglu', 'softmax'])
    expect(stdout).toMatch(/^swiglu: gate = x, value = 1$/m)
    expect(stdout).toMatch(/^softmax: the first output for the row \[x, 0\]$/m)
  })

  it('writes SVG and PNG files and says so on stderr', () =>
    inFolder(async folder => {
      const { code, stdout, stderr } = await xphi(
        ['plot', 'elu', '--svg', 'a.svg', '--png', 'a.png', '--width', '400', '--height', '300'],
        {
          cwd: folder,
        },
      )
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'wrote a.svg\nwrote a.png\n' })
      expect(readdirSync(folder).sort()).toEqual(['a.png', 'a.svg'])
      expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toMatch(/^<svg [^>]*width="400" height="300"[^>]*>.*<title>elu.*<\/svg>\n$/s)
      const png = readFileSync(join(folder, 'a.png'))
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      // IHDR: width and height in pixels, twice the SVG's.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600])
    }))

  it('draws a pole as a picture too: nothing lies so far outside that the renderer gives up', () =>
    inFolder(async folder => {
      const { code, stderr } = await xphi(['plot', '--formula', 'pole=1/x', '--svg', 'a.svg', '--png', 'a.png'], { cwd: folder })
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'wrote a.svg\nwrote a.png\n' })
      const path = /<path d="([^"]*)"/.exec(readFileSync(join(folder, 'a.svg'), 'utf8'))![1]
      expect(path.split(/[ML ]/).every(v => Math.abs(Number(v)) <= 10_000)).toBe(true)
    }))

  it.each([
    [[], /which activation\?/],
    [['gelu', 'gelu'], /gelu is given twice/],
    [['relu', '--param', 'alpha=1'], /none of relu has a parameter 'alpha'/],
    [['relu', '--from', '1', '--to', '1'], /--from 1 is not below --to 1/],
    [['relu', '--from', 'inf'], /--from: Infinity is not finite/],
    [['relu', '--width', '3'], /--width: '3' is not a whole number of 10 or more/],
    [['relu', '--width', '1e9'], /--width: 1000000000 is more than 1000/],
    [['relu', '--height', '99999', '--svg', 'a.svg'], /--height: 99999 is more than 4096/],
    [['relu', 'elu', 'selu', 'gelu', 'silu', 'mish', 'tanh'], /7 curves do not fit in one plot: give at most 6/],
    [['--formula', 'log(x)', '--from', '-2', '--to', '-1', '--no-derivative'], /nothing to draw: no value is finite from -2 to -1/],
    [['relu', '--svg', ''], /--svg: cannot write '': give the name of a file/],
    [['relu', '--svg', 'none/a.svg'], /--svg: cannot write none\/a\.svg: its folder does not exist/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await inProcess(['plot', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('writes no file when it refuses another', () =>
    inFolder(async folder => {
      const { code, stdout, stderr } = await xphi(['plot', 'relu', '--svg', 'a.svg', '--png', '.'], { cwd: folder })
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: 'xphi: --png: cannot write .: it is a folder\n' })
      expect(readdirSync(folder)).toEqual([])
    }))
})
