/** `xphi list`: the catalogue as a table. */
import type { Command } from 'commander'
import { catalogue, type Entry } from 'xphi/catalogue'
import { type CommonOptions, colourOf, common } from '../options.ts'
import { jsonText, painter, print, table } from '../output.ts'

export const configure = (command: Command): void => {
  common(command, ['xphi list', 'xphi list --json'])
    .description('The catalogue in its own order: the story from the perceptron to Smooth-SwiGLU, then the others.')
    .action((options: CommonOptions) => print(options.json ? asJson() : asTable(colourOf(options))))
}

const asJson = (): string =>
  jsonText(
    catalogue.map(({ name, title, year, kind, formula, parameters, aliases }) => ({
      name,
      title,
      year,
      kind,
      formula,
      parameters: parameters.map(p => ({ ...p })),
      aliases,
    })),
  )

const parametersOf = (entry: Entry): string => entry.parameters.map(p => `${p.name}=${p.default}`).join(' ') || '-'

function asTable(colour: boolean): string {
  const rows = catalogue.map(e => [e.name, String(e.year), e.kind, parametersOf(e), e.formula])
  const [header, ...lines] = table([['name', 'year', 'kind', 'parameters', 'formula'], ...rows], [1]).split('\n')
  return [painter(colour)('bold', header), ...lines].join('\n')
}
