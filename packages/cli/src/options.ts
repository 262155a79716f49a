/** Options and help that the commands share. */
import { type Command, InvalidArgumentError } from 'commander'
import { takesColour } from './output.ts'

export interface CommonOptions {
  readonly json?: true
  readonly color: boolean
}

/** For options that may be given more than once. */
export const collect = (text: string, earlier: readonly string[] = []): string[] => [...earlier, text]

/** A choice among few words; others that will come are named as such, so that the error tells the truth. */
export const choice =
  <const T extends string>(choices: readonly T[], planned: readonly string[] = []) =>
  (text: string): T => {
    const found = choices.find(c => c === text)
    if (found !== undefined) return found
    const way = `choose ${choices.join(' or ')}`
    throw new InvalidArgumentError(planned.includes(text) ? `'${text}' does not exist yet: ${way}` : way)
  }

/** Examples first, then what every command takes. */
export const common = (command: Command, examples: readonly string[]): Command =>
  command
    .addHelpText('before', `Examples:\n${examples.map(line => `  ${line}\n`).join('')}`)
    .option('--json', 'print JSON')
    .option('--no-color', 'no colours (also: NO_COLOR, TERM=dumb)')

export const colourOf = (options: CommonOptions): boolean => takesColour(process.stdout, options.color)
