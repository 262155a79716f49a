// What a bundler makes of the library: bytes that a page loads before its first result, and bytes that it loads when they are wanted.
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../packages/xphi/src/', import.meta.url))

/** All that a kernel of any formula needs. */
export const backend =
  "import { compile, kernelMemory } from './wasm.ts'; import { activation } from './formula.ts'; console.log(compile, kernelMemory, activation)"

/** Minified ESM of an entry module whose text is given, with a script of its own for what is imported by `import()`. */
export async function bundle(text) {
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
  const { outputs } = metafile
  const entry = Object.keys(outputs).find(path => outputs[path].entryPoint === '<stdin>')
  const first = new Set()
  const reach = path => {
    if (first.has(path)) return
    first.add(path)
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') reach(next)
  }
  reach(entry)
  const contents = new Map(outputFiles.map(file => [relative(source, file.path), file.contents]))
  const size = paths => [...paths].reduce((sum, path) => sum + gzipSync(contents.get(path), { level: 9 }).length, 0)
  const inputs = [...first].flatMap(path => Object.entries(outputs[path].inputs))
  const files = inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 && file !== '<stdin>' ? [file] : []))
  return { bytes: size(first), all: size(contents.keys()), files, code: new TextDecoder().decode(contents.get(entry)) }
}
