import type { Plugin } from 'vite'

const left = /train\/(?:dist|src)\/(layers|kernels)\/(?:attention|lstm|embedding|append|dropout|residual|norm|tokens)\.[jt]s$/
const exported = /^export (?:async )?function (\w+)/gm

/** Networks of the lab are stacks of linear layers, activations and gates: what other layers and their kernels need is left out. */
export const plainLayers: Plugin = {
  name: 'plain-layers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: left },
    handler(code, id) {
      const body = left.exec(id)?.[1] === 'layers' ? "throw new Error('the lab has no such layer')" : ''
      return { code: [...code.matchAll(exported)].map(([, name]) => `export function ${name}() {${body}}`).join('\n'), map: null }
    },
  },
}
