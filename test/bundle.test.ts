import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../packages/xphi/src/', import.meta.url))

/** What a bundler makes of one entry module: minified ESM, and the library's files that have a part in it. */
async function bundle(text: string): Promise<{ readonly bytes: number; readonly files: readonly string[]; readonly code: string }> {
  const made = await build({
    stdin: { contents: text, resolveDir: source, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    absWorkingDir: source,
    alias: { xphi: './index.ts' },
    logLevel: 'silent',
  })
  const [output] = Object.values(made.metafile.outputs)
  const files = Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 && file !== '<stdin>' ? [file] : [],
  )
  return { bytes: gzipSync(made.outputFiles[0].contents, { level: 9 }).length, files, code: made.outputFiles[0].text }
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

  // Not the 40 kB that are wanted: of its 67 kB the catalogue's prose, which the parser brings, is 15, and the fast kernels are 9. It may only shrink.
  test('of the WASM backend with all formulas stays under 70 kB', async () => {
    const { bytes } = await bundle(
      `import { compile, kernelMemory } from './wasm.ts'\nimport { activation } from './formula.ts'\nconsole.log(compile, kernelMemory, activation)`,
    )
    console.log(`the WASM backend with all formulas: ${bytes} bytes`)
    expect(bytes).toBeLessThan(70_000)
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
