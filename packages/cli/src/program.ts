/** Finds the subcommand, loads that one alone, and turns errors into messages and exit codes. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Ended, exit, exitCodeOf, messageOf } from './exit.ts'
import { note } from './output.ts'

interface Entry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly configure: (command: Command) => void }>
}

const commands: readonly Entry[] = [
  { name: 'list', summary: 'the activation functions, by year and kind', load: () => import('./commands/list.ts') },
  { name: 'show', summary: 'everything about one of them', load: () => import('./commands/show.ts') },
  { name: 'eval', summary: 'value and derivative at given numbers', load: () => import('./commands/eval.ts') },
  { name: 'plot', summary: 'curves in the terminal, or as SVG and PNG', load: () => import('./commands/plot.ts') },
  { name: 'bench', summary: 'the speed of the kernels on this machine', load: () => import('./commands/bench.ts') },
  { name: 'accuracy', summary: 'errors in ulps, against the exact reference', load: () => import('./commands/accuracy.ts') },
  { name: 'fp8', summary: 'what eight bits leave of its outputs, beside an outlier', load: () => import('./commands/fp8.ts') },
  { name: 'compare', summary: 'the same network trained with each one', load: () => import('./commands/compare.ts') },
  { name: 'claims', summary: 'what is said of them, tested', load: () => import('./commands/claims.ts') },
  { name: 'run', summary: 'a real language model continues a text', load: () => import('./commands/run.ts') },
  { name: 'tune', summary: 'trains it on, on a text of your own', load: () => import('./commands/tune.ts') },
  { name: 'serve', summary: 'the lab in the browser', load: () => import('./commands/serve.ts') },
]

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version

const examples = `Examples:
  xphi show gelu
  xphi eval gelu -1 0 2.5
  xphi plot relu gelu silu
  xphi compare donuts
`

async function program(args: readonly string[]): Promise<Command> {
  const root = new Command('xphi')
    .description('Activation functions: exact values, derivatives, plots, and what each one does to a network.')
    .addHelpText('before', examples)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'xphi: ')) })
    .exitOverride()
    .version(version())
  for (const { name, summary, load } of commands) {
    const command = root.command(name).summary(summary)
    if (args.includes(name)) (await load()).configure(command)
  }
  return root
}

/** Help that is asked for on a command which there is not is no help: the name alone is told to be unknown. */
function named(args: readonly string[]): readonly string[] {
  const [first, second] = args
  const name = first === 'help' ? second : first
  if (name === undefined || name.startsWith('-') || name === 'help') return args
  if (commands.some(command => command.name === name)) return args
  return [name]
}

/** Runs the command line; gives its exit code. */
export async function run(given: readonly string[]): Promise<number> {
  const args = named(given.some(arg => /^-[^-]/.test(arg)) ? (await import('./numbers.ts')).guardNegatives(given) : given)
  try {
    await (await program(args)).parseAsync(args, { from: 'user' })
    return exit.ok
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage
    if (error instanceof Ended) return error.code
    note(`xphi: ${messageOf(error, Boolean(process.env.XPHI_DEBUG))}`)
    return exitCodeOf(error)
  }
}
