import type { Plugin } from 'vite'
import { catalogue } from 'xphi/catalogue'
import type { Prose } from './src/prose/prose.ts'

const id = 'virtual:prose'
const module = /xphi\/(?:dist|src)\/catalogue\/(\w+)\.[jt]s$/
const read: readonly (keyof Prose)[] = ['usedBy', 'history', 'corrections', 'sources']

/** A catalogue entry in the page is what is computed with; what is read of it is most of its bytes, and a module that is loaded when it is wanted. */
export const prose: Plugin = {
  name: 'prose',
  enforce: 'pre',
  resolveId: source => (source === id ? `\0${id}` : undefined),
  load: source =>
    source === `\0${id}`
      ? `export const prose = ${JSON.stringify(Object.fromEntries(catalogue.map(e => [e.name, Object.fromEntries(read.map(k => [k, e[k]]))])))}`
      : undefined,
  transform: {
    filter: { id: module },
    handler(code, file) {
      const entry = catalogue.find(e => e.name === module.exec(file)?.[1])
      const exported = /export const (\w+)/.exec(code)?.[1]
      if (entry === undefined || exported === undefined) return undefined
      const kept = Object.entries(entry).filter(([key]) => !read.some(k => k === key))
      return { code: `export const ${exported} = ${JSON.stringify(Object.fromEntries(kept))}`, map: null }
    },
  },
}
