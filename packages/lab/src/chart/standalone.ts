/** A figure that was drawn for a page, as a file that stands alone. */
import { dark, declarations, light } from './palette.ts'

const sheet = `<style>:root{${declarations(light)}}@media(prefers-color-scheme:dark){:root{${declarations(dark)}}}svg{background:var(--paper);font-family:sans-serif}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px}</style>`

/** The same with its colours, light or dark as the reader has it. */
export const standalone = (figure: string): string => `${figure.replace('<title>', `${sheet}\n<title>`)}\n`
