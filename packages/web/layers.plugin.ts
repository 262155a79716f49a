import type { Plugin } from 'vite'

const layers = 'attention|lstm|embedding|append|dropout|residual|norm|tokens'
const left = new RegExp(
  `(?:train/(?:dist|src)/(?:(?:layers|kernels)/(?:${layers}|quantise)|precision/(?:quantiser|moments))|xphi/(?:dist|src)/backend/wasm/pool)\\.[jt]s$`,
)
const ofKernels = /\/kernels\/\w+\.[jt]s$/
const exported = /^export (?:async )?(?:function|class) (\w+)/gm

/**
 * Networks of the lab are stacks of linear layers, activations and gates, in f32, each in a worker of its own: what other layers, training in
 * low precision and threads that share a memory need is left out.
 */
export const plainLayers: Plugin = {
  name: 'plain-layers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: left },
    handler(code, id) {
      const body = ofKernels.test(id) ? '' : "throw new Error('the lab has none of this')"
      return { code: [...code.matchAll(exported)].map(([, name]) => `export function ${name}() {${body}}`).join('\n'), map: null }
    },
  },
}
