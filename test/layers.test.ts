import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faults, importsOf, type Layers, type Tree } from './layers.ts'

const root = new URL('../packages/', import.meta.url)

/** On Node alone: its modules, and what the package declares. */
const onNode = (folder: string): ((name: string) => boolean) => {
  const declared = Object.keys(JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8')).dependencies ?? {})
  return name => name.startsWith('node:') || declared.some(d => name === d || name.startsWith(`${d}/`))
}

const layers: Layers = {
  packages: {
    // Both run in browsers too, and depend on nothing.
    xphi: { name: 'xphi', uses: [], foreign: () => false },
    train: { name: '@xphi/train', uses: ['xphi'], foreign: () => false },
    lab: { name: '@xphi/lab', uses: ['xphi', 'train'], foreign: onNode('lab') },
    cli: { name: '@xphi/cli', uses: ['xphi', 'train', 'lab'], foreign: onNode('cli') },
    // Bundled, so that what it is made of is needed for development alone.
    web: { name: '@xphi/web', uses: ['xphi', 'train', 'lab'], foreign: name => name === 'svelte' || name.startsWith('virtual:') },
  },
  folders: ['number', 'catalogue', 'ir', 'formula', 'differentiate', 'activation', 'lower', 'backend', 'scalar'],
  alone: ['catalogue'],
}

const sources = (): Tree =>
  new Map(
    Object.keys(layers.packages).flatMap(name =>
      readdirSync(new URL(`${name}/src/`, root), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.(ts|svelte|css)$/.test(file))
        .map(file => [`${name}/src/${file}`, readFileSync(new URL(`${name}/src/${file}`, root), 'utf8')] as const),
    ),
  )

describe('the repository', () => {
  const tree = sources()

  test('imports downward only, and in no circle', () => {
    expect(tree.size).toBeGreaterThan(150)
    expect(faults(tree, layers)).toEqual([])
  })

  test('is seen whole: as many imports as lines that import', () => {
    for (const [path, text] of tree) {
      const lines = text.split('\n').filter(line => /^(import|export) (.* )?from '|^\} from '/.test(line))
      expect(importsOf(text).length, path).toBeGreaterThanOrEqual(lines.length)
    }
  })

  test('keeps each generated scalar to number and the shapes of functions, a row function to the TypeScript backend', () => {
    for (const [path, text] of tree) {
      if (!path.startsWith('xphi/src/scalar/') || path.endsWith('/index.ts')) continue
      for (const from of importsOf(text))
        expect(from, path).toMatch(/^\.\.\/(number\/.*|activation\/functions|backend\/typescript\/rowwise)\.ts$/)
    }
  })

  test.each([
    ['xphi/src/number/bits.ts', "import { add } from '../ir/index.ts'", 'ir stands above number'],
    ['xphi/src/lower/lower.ts', "import type { Printed } from '../backend/typescript/print.ts'", 'backend stands above lower'],
    ['xphi/src/backend/wasm/gemm.ts', "import { gelu } from '../../scalar/gelu.ts'", 'scalar stands above backend'],
    ['xphi/src/backend/wasm/gemm.ts', "export * from '../../index.ts'", 'the top stands above backend'],
    ['xphi/src/catalogue/relu.ts', "import { ulp } from '../number/index.ts'", 'catalogue imports nothing from outside'],
    ['xphi/src/ir/ops.ts', "const fs = await import('node:fs')", 'xphi has no such dependency'],
    ['xphi/src/index.ts', "import { buildModel } from '@xphi/train'", 'xphi may use no other package'],
    ['train/src/gain.ts', "import '@xphi/lab'", 'train may use xphi'],
    ['lab/src/index.ts', "import { main } from '@xphi/cli/main'", 'lab may use xphi, train'],
    ['lab/src/index.ts', "import { gelu } from '../../xphi/src/index.ts'", 'a package is imported by its name'],
    ['web/src/App.svelte', "import { fileServer } from '@xphi/cli'", 'web may use xphi, train, lab'],
    ['cli/src/main.ts', "import { nothing } from './nothing.ts'", 'there is no such file'],
  ])('would be refused if %s had: %s', (path, line, why) => {
    const before = tree.get(path)
    expect(before).toBeDefined()
    const planted = faults(new Map(tree).set(path, `${line}\n${before}`), layers)
    expect(planted.filter(fault => fault.startsWith(`${path} imports `) && fault.endsWith(`: ${why}`))).toHaveLength(1)
  })
})

describe('a made-up tree', () => {
  const check = (files: Readonly<Record<string, string>>): string[] => faults(new Map(Object.entries(files)), layers)

  test('is sound where everything points down', () => {
    expect(
      check({
        'xphi/src/index.ts': "export {\n  a,\n  type B,\n} from './ir/a.ts'\n",
        'xphi/src/ir/a.ts': "import { n } from '../number/n.ts'\nexport const a = n\nexport interface B {}",
        'xphi/src/number/n.ts': 'export const n = "import { a } from \'../ir/a.ts\'"',
        'cli/src/main.ts': "import { a } from 'xphi'\nimport { readFileSync } from 'node:fs'",
      }),
    ).toEqual([])
  })

  test('shows its upward import, the direction included', () => {
    const text = (from: string): string => `import { f } from '${from}'\nexport const f = 1\n`
    const both = { 'xphi/src/lower/low.ts': 'export const f = 1', 'xphi/src/backend/high.ts': 'export const f = 1' }
    expect(check({ ...both, 'xphi/src/backend/high.ts': text('../lower/low.ts') })).toEqual([])
    expect(check({ ...both, 'xphi/src/lower/low.ts': text('../backend/high.ts') })).toEqual([
      'xphi/src/lower/low.ts imports ../backend/high.ts: backend stands above lower',
    ])
  })

  test('shows its circle, within a folder too', () => {
    expect(
      check({
        'xphi/src/ir/a.ts': "import { b } from './b.ts'",
        'xphi/src/ir/b.ts': "import { c } from './c.ts'",
        'xphi/src/ir/c.ts': "import type { A } from './a.ts'",
      }),
    ).toEqual(['a cycle: xphi/src/ir/a.ts -> xphi/src/ir/b.ts -> xphi/src/ir/c.ts -> xphi/src/ir/a.ts'])
  })

  test('may not grow a folder that has no place', () => {
    expect(check({ 'xphi/src/misc/a.ts': "import { b } from '../ir/b.ts'", 'xphi/src/ir/b.ts': '' })).toEqual([
      'xphi/src/misc/a.ts imports ../ir/b.ts: misc has no place in the order of the layers',
    ])
  })
})
