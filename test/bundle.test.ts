import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../packages/xphi/src/', import.meta.url))

interface Bundle {
  /** gzip level 9 of what a page loads with the entry: its script, and those that it imports. */
  readonly bytes: number
  /** The same with the scripts that are loaded only when they are wanted, `import()`. */
  readonly all: number
  /** The library's files that have a part in the first. */
  readonly files: readonly string[]
  readonly code: string
}

/** What a bundler makes of one entry module: minified ESM, with a script of its own for what is imported by `import()`. */
async function bundle(text: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: text, resolveDir: source, loader: 'ts' },
    bundle: true,
    splitting: true,
    outdir: source,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    absWorkingDir: source,
    alias: { xphi: './index.ts' },
    logLevel: 'silent',
  })
  const [entry] = Object.keys(metafile.outputs).filter(path => metafile.outputs[path].entryPoint === '<stdin>')
  const first = new Set<string>()
  const reach = (path: string): void => {
    if (first.has(path)) return
    first.add(path)
    for (const { path: next, kind } of metafile.outputs[path].imports) if (kind === 'import-statement') reach(next)
  }
  reach(entry)
  const contents = new Map(outputFiles.map(({ path, contents }) => [relative(source, path), contents]))
  const size = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + gzipSync(contents.get(path)!, { level: 9 }).length, 0)
  const files = [...first].flatMap(path =>
    Object.entries(metafile.outputs[path].inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 && file !== '<stdin>' ? [file] : [],
    ),
  )
  return { bytes: size(first), all: size(contents.keys()), files, code: new TextDecoder().decode(contents.get(entry)) }
}

describe('a bundle', () => {
  // The bounds of the library's contract, in bytes of gzip level 9.
  test.each([
    ['relu', 500],
    ['sigmoid', 1500],
    ['gelu', 2500],
  ])('of %s with its derivative alone stays under %i bytes', async (name, bound) => {
    const { bytes, code } = await bundle(`import { ${name} } from 'xphi'\nglobalThis.f = ${name}`)
    console.log(`${name} with its derivative: ${bytes} bytes`)
    expect(bytes).toBeLessThan(bound)
    // What is small must still work.
    const built = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`).then(
      () => (globalThis as { f?: { (x: number): number; derivative(x: number): number } }).f!,
    )
    const library = (await import('../packages/xphi/src/index.ts'))[name as 'gelu']
    for (const x of [-30, -0.75, 0, 1, 400]) expect([built(x), built.derivative(x)]).toEqual([library(x), library.derivative(x)])
  })

  test.each(['relu', 'sigmoid', 'gelu', 'mish', 'snake', 'swiglu'])('of %s has no parser, no catalogue, no compiler', async name => {
    const { files } = await bundle(`import { ${name} } from 'xphi'\nconsole.log(${name})`)
    expect(files).toContain(`scalar/${name}.ts`)
    for (const file of files) expect(file).toMatch(/^(scalar|number)\/|^activation\/functions\.ts$/)
    expect(files.filter(file => file.startsWith('scalar/'))).toEqual([`scalar/${name}.ts`])
    expect(files.join()).not.toMatch(/number\/big/)
  })

  // What is loaded before the first exact kernel: fast ones bring what lowers to singles when the first of them is asked for.
  test('of the WASM backend with all formulas stays under 43 kB, and has no prose, nor what fast kernels need', async () => {
    const { bytes, all, files } = await bundle(
      `import { compile, kernelMemory } from './wasm.ts'\nimport { activation } from './formula.ts'\nconsole.log(compile, kernelMemory, activation)`,
    )
    console.log(`the WASM backend with all formulas: ${bytes} bytes, with fast kernels ${all}`)
    expect(bytes).toBeLessThan(43_000)
    expect(all).toBeGreaterThan(bytes)
    expect(files.filter(file => file.startsWith('catalogue/')).sort()).toEqual(['catalogue/definitions.ts', 'catalogue/find.ts'])
    expect(files.join()).not.toMatch(/fast/)
  })

  test('of a kernel on one thread has no pool', async () => {
    const { files } = await bundle(`import { compile } from './wasm.ts'\nconsole.log(compile)`)
    expect(files).toContain('backend/wasm/execute.ts')
    expect(files).not.toContain('backend/wasm/pool.ts')
  })

  test('of nothing is nothing: no module does more than define', async () => {
    for (const from of ['xphi', './formula.ts', './wasm.ts', './scalar/index.ts', './number/index.ts']) {
      expect((await bundle(`import '${from}'`)).files, from).toEqual([])
    }
  })
})
