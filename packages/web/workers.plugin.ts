import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

const opened = /new Worker\(\s*new URL\(\s*(['"])(\.[^'"]+)\1\s*,\s*import\.meta\.url\s*\)/g

/**
 * Workers that share their chunks with the page. Vite builds each worker by itself, with a second copy of all that the page has already; here
 * a worker is one more entry of the page's own build. The development server needs none of it.
 */
export const sharedWorkers: Plugin = {
  name: 'shared-workers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { code: 'new Worker' },
    handler(code, id) {
      return code.replace(opened, (_, _quote, source: string) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), source) })
        return `new Worker(import.meta.ROLLUP_FILE_URL_${reference}`
      })
    },
  },
}
