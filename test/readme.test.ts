/** What the READMEs show compiles as it stands, in a stranger's project. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}node_modules/.readme/`
const blocks = ['README.md', 'packages/xphi/README.md'].flatMap(file =>
  [...readFileSync(root + file, 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(match => match[1]),
)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const compiled = (text: string): string => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{ "type": "module" }')
  writeFileSync(`${folder}example.ts`, text)
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--lib',
    'es2023,dom',
    '--types',
    '',
    '--ignoreConfig',
  ]
  try {
    execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, ...options, `${folder}example.ts`], { encoding: 'utf8' })
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe('the README', () => {
  it('has an example of the library', () => expect(blocks).toHaveLength(2))
  it.each(blocks)('compiles: %s', block => expect(compiled(block)).toBe(''))
  it('would not compile with a call that a gated function does not have', () => {
    expect(compiled("import { define } from 'xphi'\ndefine('mine', 'silu(gate) * value').derivative(1)\n")).toMatch(/TS255[45]/)
    expect(compiled("import { define } from 'xphi'\ndefine('mine', 'x * softmax(x)')(new Float64Array(2)).length\n")).toBe('')
  })
  it('would not compile with a kernel called as another kind is, or as one kind where it may be either', () => {
    const lines = [
      "import { activation, fromFormula } from 'xphi/formula'",
      "import { compile } from 'xphi/wasm'",
      'const [x, name] = [new Float32Array(1), String()]',
      "export const right = [(await compile(activation('gelu'))).map(x), (await compile(activation('swiglu'))).map(x, x)]",
      "export const gated = (await compile(activation('swiglu'))).map(x)",
      "export const own = (await compile(fromFormula('own', 'gate * value'))).map(x)",
      'export const either = (await compile(activation(name))).map(x)',
    ]
    const wrong = [...compiled(lines.join('\n')).matchAll(/example\.ts\((\d+),\d+\): error TS/g)].map(match => Number(match[1]))
    expect(wrong).toEqual([5, 6, 7])
  })
})
