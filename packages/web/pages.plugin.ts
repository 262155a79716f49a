import type { Plugin } from 'vite'
import { functionPages } from './pages/functions.ts'
import { style } from './pages/style.ts'
import { texts } from './src/prose/texts.ts'

/** A page a function that is read without a script, in `functions/`. */
export const pages: Plugin = {
  name: 'pages',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'functions/style.css', source: style })
    for (const { path, html } of functionPages(texts)) this.emitFile({ type: 'asset', fileName: path, source: html })
  },
}
