import { readFileSync } from 'node:fs'
import { claims, readRuns } from '@xphi/lab/claims'
import type { Plugin } from 'vite'
import { figuresBy, shownClaims } from './src/claims/shown.ts'

const id = 'virtual:claims'
const runs = new URL('../../docs/claims.jsonl', import.meta.url)

/** The claims with the verdicts of the run of record, as files that are fetched when they are asked for: `texts` and `figures` are their addresses. */
export function claimFiles(): Plugin {
  let served = false
  return {
    name: 'claims',
    configResolved: ({ command }) => {
      served = command === 'serve'
    },
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      const kept = readRuns(readFileSync(runs, 'utf8'))
      const files = { texts: shownClaims(claims, kept), figures: figuresBy(claims, kept) }
      return Object.entries(files)
        .map(([name, content]) => {
          const text = JSON.stringify(content)
          const address = served
            ? `'data:application/json,${encodeURIComponent(text).replaceAll("'", '%27')}'`
            : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `claims-${name}.json`, source: text })}`
          return `export const ${name} = ${address}`
        })
        .join('\n')
    },
  }
}
