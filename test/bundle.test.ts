import { describe, expect, test } from 'vitest'
import { backend, bundle } from '../scripts/bundle.mjs'

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

  // Not the 40 kB that are wanted: a third is the backend, a third lowering and its elementary functions, a tenth the exact arithmetic of constants, the rest
  // formulas. Fast kernels, row functions and threads load what they need when the first is asked for. It may only shrink.
  test('of the WASM backend with all formulas stays under 46 kB, and has no prose, nor what fast kernels need', async () => {
    const { bytes, all, files } = await bundle(backend)
    console.log(`the WASM backend with all formulas: ${bytes} bytes, with fast kernels ${all}`)
    expect(bytes).toBeLessThan(46_000)
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
