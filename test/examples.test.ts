import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examplesOf, runExample } from './examples.ts'

const packages = new URL('../packages/', import.meta.url)
const files = ['xphi', 'train'].flatMap(name =>
  readdirSync(new URL(`${name}/src/`, packages), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${name}/src/${file}`),
)
const text = (file: string): string => readFileSync(new URL(file, packages), 'utf8')
const load = (file: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ new URL(file, packages).href)
const entryFiles = ['xphi/src/index.ts', 'xphi/src/wasm.ts', 'xphi/src/formula.ts'] as const

describe('the examples of docstrings', () => {
  const withExamples = files.filter(file => examplesOf(text(file)).length > 0)

  test.each(withExamples)('%s', async file => {
    const scope = Object.assign(
      {},
      ...(await Promise.all([...entryFiles, 'xphi/src/number/index.ts', 'train/src/index.ts', file].map(load))),
    )
    for (const { code } of examplesOf(text(file))) await runExample(code, scope)
  })

  test('show results that are checked, of every scalar at least two', async () => {
    const scope = await load('xphi/src/index.ts')
    const scalars = withExamples.filter(file => file.startsWith('xphi/src/scalar/'))
    expect(scalars.length).toBeGreaterThan(40)
    for (const file of scalars) {
      for (const { code } of examplesOf(text(file))) expect(await runExample(code, scope), file).toBeGreaterThanOrEqual(2)
    }
  })
})

describe.each(entryFiles)('every value that %s exports', entry => {
  test('has an example', async () => {
    const documented = files
      .flatMap(file => examplesOf(text(file)))
      .flatMap(({ of }) => /^export (?:async )?(?:function|const|class|\* as) (\w+)/.exec(of)?.[1] ?? [])
    const missing = Object.keys(await load(entry)).filter(name => !documented.includes(name))
    expect(missing.join(' ')).toBe('')
  })
})

describe('running an example', () => {
  const scope = { f: (x: number) => x / 3, later: async () => 7 }
  test.each([
    ['f(3) // 1', 1],
    ['f(1) // 0.3333', 1],
    ["import { f } from 'xphi'\nconst y = f(6)\ny // 2", 1],
    ['await later() // 7\nlater() // 7', 2],
    ['[f(3), f(6)] // [1, 2]', 1],
    ['({ a: f(3) }) // { a: 1 }', 1],
    ['f(9) // the third of it', 0],
    ["'a' + f(3) // 'a1'", 1],
  ])('%j checks %i results', async (code, count) => expect(await runExample(code, scope)).toBe(count))

  test.each(['f(3) // 2', 'f(1) // 0.3335', 'f(1) // 0.4', '[f(3)] // [1, 2]', "'a' // 'b'", 'f(3) // -1', 'missing(3)', 'f(3) // 1.001'])(
    '%j fails',
    async code => {
      await expect(runExample(code, scope)).rejects.toThrow()
    },
  )
})

test('an example is found with what it is of, whatever stands between', () => {
  const source =
    '/** No example. */\nexport const a = 1\n/**\n * Text.\n *\n * @example\n * f(1) // 2\n * g()\n */\nexport function f() {}\n/** @example h() */\nexport const h = 2'
  expect(examplesOf(source)).toEqual([
    { code: 'f(1) // 2\ng()', of: 'export function f() {}' },
    { code: 'h()', of: 'export const h = 2' },
  ])
})
