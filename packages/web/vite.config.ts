import { svelte } from '@sveltejs/vite-plugin-svelte'
import { dark, declarations, light } from '@xphi/lab/chart'
import { defineConfig, type Plugin } from 'vite'
import { claimFiles } from './claims.plugin.ts'

const id = 'virtual:palette.css'

/** The colours of every figure, as a style sheet: by the system's choice, or by hand. */
const palette: Plugin = {
  name: 'palette',
  resolveId: source => (source === id ? `\0${id}` : undefined),
  load: source =>
    source === `\0${id}`
      ? `:root{${declarations(light)};color-scheme:light}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations(dark)};color-scheme:dark}}
:root[data-theme=dark]{${declarations(dark)};color-scheme:dark}`
      : undefined,
}

export default defineConfig({
  root: import.meta.dirname,
  // Any host, any folder.
  base: './',
  plugins: [palette, claimFiles(), svelte()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
})
