/** SVG to PNG, with one font file that is the same on every machine: no system font is looked at. */
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'

/** PNG bytes at `scale` pixels a unit of the SVG. */
export function png(svg: string, scale: number): Uint8Array {
  const font = (file: string): string => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`))
  const fontFiles = [font('DejaVuSans.ttf'), font('DejaVuSans-Bold.ttf')]
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  })
    .render()
    .asPng()
}
