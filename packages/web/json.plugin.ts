import type { Plugin } from 'vite'

/** A module that exports `addresses` of files by name; each holds a value of `make` as JSON, fetched when it is asked for. */
export function jsonFiles(id: string, kind: string, make: () => Readonly<Record<string, unknown>>): Plugin {
  let served = false
  return {
    name: id,
    configResolved: ({ command }) => {
      served = command === 'serve'
    },
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      const addresses = Object.entries(make()).map(([name, content]) => {
        const text = JSON.stringify(content)
        const address = served
          ? `'data:application/json,${encodeURIComponent(text).replaceAll("'", '%27')}'`
          : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `${kind}-${name}.json`, source: text })}`
        return `${JSON.stringify(name)}: ${address}`
      })
      return `export const addresses = {${addresses.join(',')}}`
    },
  }
}
