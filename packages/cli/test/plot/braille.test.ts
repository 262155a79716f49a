import { describe, expect, it } from 'vitest'
import { figureOf, section } from '@xphi/lab/curve'
import { activation } from 'xphi/formula'
import { painter } from '../../src/output.ts'
import { braille } from '../../src/plot/braille.ts'

const draw = (names: readonly string[], from: number, to: number, slopes: boolean, width: number, height: number): string =>
  braille(
    figureOf(
      names.map(name => section(activation(name))),
      { from, to },
      slopes,
    ),
    { width, height },
    painter(false),
  )

describe('braille', () => {
  it('golden: a kink', () =>
    expect(`\n${draw(['relu'], -5, 5, false, 40, 6)}`).toMatchInlineSnapshot(`
      "
      5 ┤               ┊             ⡠⠔ relu
        │               ┊          ⣀⠔⠊
        │               ┊       ⢀⠔⠊
        │               ┊    ⢀⠤⠊⠁
        │               ┊ ⢀⡠⠊⠁
      0 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠁┈┈┈┈┈┈┈┈┈┈┈┈┈
        └┬──────────────┬──────────────┬
        -5              0              5"
    `))

  it('golden: a jump is a gap', () =>
    expect(`\n${draw(['threshold'], -1, 1, false, 30, 4)}`).toMatchInlineSnapshot(`
      "
      1 ┤          ⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒ threshold
        │          ┊
        │          ┊
      0 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠄┈┈┈┈┈┈┈┈┈
        └┬─────────┬────────┬
        -1         0        1"
    `))

  it('golden: a value and its derivative, dashed', () =>
    expect(`\n${draw(['tanh'], -3, 3, true, 40, 6)}`).toMatchInlineSnapshot(`
      "
        │            ⣀⡤⠒⠒⢦⣀ ⢀⣀⡤⠤⠤⠖⠒⠒⠒⠒⠒ tanh
        │         ⢀⡠⠖⠁  ┊ ⣨⠗⢍⡀
        │⣀⡀⣀⣀⣀⣀⠤⠴⠒⠉     ⡰⠋   ⠉⠓⠦⠤⣀⣀⣀⣀⣀⡀ tanh'
      0 ┤┈┈┈┈┈┈┈┈┈┈┈┈┈⡠⠚┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈
        │          ⣀⡴⠋  ┊
        │⠤⠤⠤⠤⠤⠴⠒⠒⠚⠉⠁    ┊
        └─────┬─────────┬────────┬─────
             -2         0        2"
    `))

  it("shows GELU's dip: a dot below the row of the axis", () => {
    const lines = draw(['gelu'], -3, 1, false, 60, 12).split('\n')
    const axis = lines.findIndex(line => /^ *0 ┤/.test(line))
    expect(axis).toBeGreaterThan(0)
    expect(lines.slice(axis + 1).some(line => /│.*[\u2801-\u28ff]/.test(line))).toBe(true)
  })

  it('gives every curve a label of its own, where their ends meet too', () => {
    const names = ['relu', 'gelu', 'silu', 'mish']
    const text = draw(names, -5, 5, false, 60, 10)
    for (const name of names) expect(text).toMatch(new RegExp(` ${name}$`, 'm'))
  })

  it('marks the axes where the window has them', () => {
    const text = draw(['sigmoid'], 1, 2, false, 40, 5)
    expect(text).not.toContain('┊')
    expect(text).not.toContain('┈')
  })
})
