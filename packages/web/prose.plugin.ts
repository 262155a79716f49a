import { extname } from 'node:path'
import type { Plugin } from 'vite'
import { catalogue } from 'xphi/catalogue'
import { jsonFiles } from './json.plugin.ts'
import { texts } from './src/prose/texts.ts'

const module = /xphi\/(?:dist|src)\/catalogue\/(\w+)\.[jt]s$/
const read = ['usedBy', 'history', 'corrections', 'sources']
/** What the page has of it already, to compute with. */
const defined = ['name', 'aliases', 'kind', 'formula']

/** A catalogue entry in the page is what is computed with; what is read of it is most of its bytes. */
const entries: Plugin = {
  name: 'entries',
  enforce: 'pre',
  transform: {
    filter: { id: module },
    handler(code, file) {
      const entry = catalogue.find(e => e.name === module.exec(file)?.[1])
      const exported = /export const (\w+)/.exec(code)?.[1]
      if (entry === undefined || exported === undefined) return undefined
      const kept = Object.entries(entry).filter(([key]) => !read.includes(key) && !defined.includes(key))
      const parameters = entry.parameters.map(({ meaning: _, ...domain }) => domain)
      const rest = JSON.stringify({ ...Object.fromEntries(kept), parameters })
      const find = `import { findDefinition } from './find${extname(file)}'`
      return { code: `${find}\nexport const ${exported} = { ...findDefinition('${entry.name}'), ...${rest} }`, map: null }
    },
  },
}

/** What is read, as files of their own. */
export const prose: readonly Plugin[] = [entries, jsonFiles('virtual:prose', 'prose', () => texts)]
