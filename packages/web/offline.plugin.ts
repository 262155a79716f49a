import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const source = new URL('offline/worker.js', import.meta.url)
const others = new URL('public/', import.meta.url)

/** The script that keeps the lab for a visit without a network, with the list of all that was built. */
export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const built = Object.values(bundle).map(file => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const)
      const copied = readdirSync(others).map(name => [name, readFileSync(new URL(name, others))] as const)
      const all = [...built, ...copied].sort(([a], [b]) => (a < b ? -1 : 1))
      const hash = createHash('sha256')
      for (const [name, content] of all) hash.update(name).update(content)
      const version = hash.digest('hex').slice(0, 16)
      const files = ['./', ...all.map(([name]) => name)]
      const head = `const version = ${JSON.stringify(version)}\nconst files = ${JSON.stringify(files)}\n`
      this.emitFile({ type: 'asset', fileName: 'offline.js', source: head + readFileSync(source, 'utf8') })
    },
  },
}
