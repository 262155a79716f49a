/** What can be taken from a plot: files, and texts for the clipboard. */
import { light } from '@xphi/lab/chart'
import { draw, figureOf, type Section } from '@xphi/lab/curve'
import { type Activation, expressionOf, toLatex } from 'xphi/formula'
import { isBuiltIn } from '../state/functions.ts'
import { reach } from '../state/url.ts'

/** What can be taken from a figure. The address of the lab comes with every one. */
export interface Taken {
  /** Of the files. */
  readonly name: string
  readonly svg: () => string
  readonly csv: () => string
  readonly texts: readonly (readonly [label: 'copyCommand' | 'copyLatex' | 'copyTypescript' | 'copyAddress', text: () => string])[]
}

// Sizes as those of `xphi plot`.
const picture = { width: 640, height: 420 } as const
const scale = 2
const rows = 1000

/** The picture that `xphi plot --svg` draws. */
export const svgOf = (sections: readonly Section[], slopes: boolean): string =>
  draw(figureOf(sections, reach, slopes), picture, { colours: light, id: 'plot' }).svg

/** The picture as a PNG, drawn by the browser. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Values and slopes, each number as the shortest text that reads back as the same double. */
export function csvOf(sections: readonly Section[]): string {
  const head = ['x', ...sections.flatMap(s => [s.name, `${s.name}'`])]
  const lines = Array.from({ length: rows + 1 }, (_, i) => {
    const x = (reach.from * (rows - i) + reach.to * i) / rows
    return [x, ...sections.flatMap(s => [s.value(x), s.slope(x)])].map(v => (Object.is(v, -0) ? '-0' : String(v))).join(',')
  })
  return `${[head.join(','), ...lines].join('\n')}\n`
}

/** As it must be typed in a shell. */
export const quoted = (text: string): string => (/^[\w.,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** A function of one's own as the commands take it. Formulas hold no quote. */
export const formulaArgument = (a: Activation): readonly string[] => (isBuiltIn(a) ? [] : ['--formula', quoted(`${a.name}=${a.formula}`)])

export const parameterArguments = (activations: readonly Activation[]): readonly string[] =>
  [...new Set(activations.flatMap(a => Object.entries(a.parameters).map(([name, value]) => `${name}=${value}`)))].flatMap(p => [
    '--param',
    p,
  ])

/** Functions as the commands take them. */
export const formulaArguments = (activations: readonly Activation[]): readonly string[] => [
  ...activations.flatMap(a => (isBuiltIn(a) ? [a.name] : formulaArgument(a))),
  ...parameterArguments(activations),
]

/** The command that draws the same plot. */
export const commandOf = (activations: readonly Activation[], slopes: boolean): string =>
  ['npx', 'xphi', 'plot', ...formulaArguments(activations), ...(slopes && activations.length > 1 ? ['--derivative'] : [])].join(' ')

export const latexOf = (a: Activation): string => `\\mathrm{${a.name.replaceAll('_', '\\_')}} = ${toLatex(expressionOf(a))}`

/** A line of TypeScript that makes the function. */
export function typescriptOf(a: Activation): string {
  if (isBuiltIn(a)) return `import { ${a.name} } from 'xphi'`
  const parameters = Object.entries(a.parameters).map(([name, value]) => `${name}: ${value}`)
  const last = parameters.length > 0 ? `, { ${parameters.join(', ')} }` : ''
  return `import { define } from 'xphi'\nconst ${a.name} = define('${a.name}', '${a.formula}'${last})`
}

/** What can be taken from a plot of curves. */
export const takenOf = (activations: readonly Activation[], sections: readonly Section[], slopes: boolean): Taken => ({
  name: sections.map(s => s.name).join('-'),
  svg: () => svgOf(sections, slopes),
  csv: () => csvOf(sections),
  texts: [
    ['copyCommand', () => commandOf(activations, slopes)],
    ['copyLatex', () => activations.map(latexOf).join('\n')],
    ['copyTypescript', () => activations.map(typescriptOf).join('\n')],
  ],
})
