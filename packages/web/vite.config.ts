import { svelte } from '@sveltejs/vite-plugin-svelte'
import { dark, declarations, light } from '@xphi/lab/chart'
import { defineConfig, type Plugin } from 'vite'
import { claimFiles } from './claims.plugin.ts'
import { plainLayers } from './layers.plugin.ts'
import { offline } from './offline.plugin.ts'
import { pages } from './pages.plugin.ts'
import { prose } from './prose.plugin.ts'
import { words } from './words.plugin.ts'
import { sharedWorkers } from './workers.plugin.ts'

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

const later =
  /web\/src\/(?:screens\/(?!Explore|table)|story|claims|parts\/(?!Formulas|formulas|numbers|NotLoaded|Playing|Seed)|plot\/(?!Plot|Slider|Donuts|Field|plane|colour)|i18n\/(?:facts|fp8|cost|claims|train|depth|story)|engine\/(?:asking|fleet|own|deepening))/

/** What makes kernels of formulas comes after the first view too, all at once. */
const lowering = /xphi\/(?:dist|src)\/(?:lower\/(?!fast)|backend\/typescript|number\/big)/

export default defineConfig({
  root: import.meta.dirname,
  // Any host, any folder.
  base: './',
  plugins: [sharedWorkers, plainLayers, ...prose, words, palette, claimFiles, svelte(), pages, offline],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // Scripts preload none: a worker's has no document to do it with, and most of a screen's are there already.
    modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []) },
    reportCompressedSize: false,
    rolldownOptions: {
      // What comes after the first view is one script: apart, its screens are 8 kB larger, since each compresses the same words anew.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'screens', test: later },
            { name: 'lowering', test: lowering },
          ],
        },
      },
    },
  },
})
