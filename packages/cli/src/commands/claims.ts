/** `xphi claims`: what is said of activation functions, and tests of it. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { type Claim, claimOf, claims, type Run, type TestedClaim } from '@xphi/lab/claims'
import { runClaims, runsIn } from '@xphi/lab/node'
import { claimsJson, claimsList, claimText } from '../claims/text.ts'
import { progressOn, silent } from '../compare/progress.ts'
import { Ended, exit, UsageError } from '../exit.ts'
import { checkWritable, makeFolder, writeWhole } from '../files.ts'
import { onInterrupt } from '../interrupt.ts'
import { parseCount } from '../numbers.ts'
import { type CommonOptions, colourOf, common } from '../options.ts'
import { note, painter, print, widthOf } from '../output.ts'

interface Options extends CommonOptions {
  readonly list?: true
  readonly all?: true
  readonly out: string | false
  readonly data?: string
  readonly workers?: string
  readonly page?: string
  readonly markdown?: string
  readonly figures?: string
  readonly quiet?: true
}

const mostWorkers = 256
/** Beside the repository, seen from the built file. */
const besideRepository = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

export const configure = (command: Command): void => {
  common(command, ['xphi claims', 'xphi claims 3 31', 'xphi claims --all --data ~/data --page claims.html', 'xphi claims --list --json'])
    .description('Runs claims about activation functions, each with thresholds that were fixed before, and prints their verdicts.')
    .argument('[ID...]', 'numbers of claims; without any, all are listed')
    .option('--list', 'list the claims with the verdicts so far, and run none')
    .option('--all', 'run every claim that has a test')
    .option('--out <FILE>', 'finished seeds: they are not repeated, and each new one is added as a line of JSON', 'xphi-claims.jsonl')
    .option('--no-out', 'keep none')
    .option(
      '--data <FOLDER>',
      'the folder with optdigits, mnist, names and models (default: shared/data beside the repository, else ./data)',
    )
    .option('--workers <N>', 'threads (default: one a core)')
    .option('--page <FILE>', 'all claims with their verdicts and figures as an HTML page')
    .option('--markdown <FILE>', 'the same as Markdown')
    .option('--figures <FOLDER>', 'the figures as SVG files, which the Markdown shows')
    .option('--quiet', 'no progress')
    .action(run)
}

async function run(ids: readonly string[], options: Options): Promise<void> {
  const chosen = options.all ? claims : ids.map(claimBy)
  if (options.all && ids.length > 0) throw new UsageError(`--all runs every claim: leave ${ids.join(' ')} away, or --all`)
  const results = options.out === false ? undefined : options.out
  for (const name of ['page', 'markdown'] as const) if (options[name] !== undefined) checkWritable(`--${name}`, options[name])
  if (options.figures !== undefined) makeFolder('--figures', options.figures)
  if (options.list || chosen.length === 0) {
    const kept = runsIn(results)
    print(options.json ? claimsJson(claims, kept) : claimsList(claims, kept, widthOf(process.stdout), painter(colourOf(options))))
    await writePages(kept, options)
    return
  }
  const tested = chosen.filter(claim => claim.kind === 'tested')
  if (results !== undefined && tested.length > 0) checkWritable('--out', results)
  const { runs, failed, interrupted } = await perform(tested, results, options)
  if (options.json) print(claimsJson(chosen, runs))
  else {
    const paint = painter(colourOf(options))
    print(chosen.map(claim => claimText(claim, runs, widthOf(process.stdout), paint)).join('\n\n'))
  }
  await writePages(runs, options)
  if (interrupted) throw new Ended(exit.interrupted)
  if (failed) throw new Ended(exit.failure)
}

function claimBy(text: string): Claim {
  const found = claimOf(parseCount(text, 'a claim'))
  if (found === undefined) throw new UsageError(`there is no claim ${text}: they have the numbers 1 to ${claims.length}`)
  return found
}

async function perform(tested: readonly TestedClaim[], results: string | undefined, options: Options) {
  const { data = existsSync(besideRepository) ? besideRepository : 'data', workers } = options
  const interruption = onInterrupt()
  const animate = process.stderr.isTTY === true && process.env.TERM !== 'dumb'
  const progress = options.quiet ? silent : progressOn(process.stderr, animate, undefined, 'run')
  const { runs, failures } = await runClaims(tested, {
    data,
    signal: interruption.signal,
    ...(results !== undefined && { results }),
    ...(workers !== undefined && { workers: workersOf(workers) }),
    onProgress: ({ claim, seed, ...state }) => progress.update({ ...state, doing: `claim ${claim.id}, seed ${seed}` }),
  })
  progress.clear()
  interruption.end()
  for (const { claim, message } of failures) note(`claim ${claim} ${message}`)
  return { runs, failed: failures.length > 0, interrupted: interruption.signal.aborted }
}

function workersOf(text: string): number {
  const workers = parseCount(text, '--workers')
  if (workers > mostWorkers) throw new UsageError(`--workers: ${workers} is more than ${mostWorkers}`)
  return workers
}

async function writePages(runs: readonly Run[], { page, markdown, figures }: Options): Promise<void> {
  if (page === undefined && markdown === undefined && figures === undefined) return
  const { claimsFigures, claimsHtml, claimsMarkdown } = await import('@xphi/lab/claims/page')
  const document = { command: 'xphi claims --all' }
  if (page !== undefined) writeWhole('--page', page, claimsHtml(claims, runs, document))
  if (markdown !== undefined) {
    const folder = figures === undefined ? {} : { figures: relative(dirname(resolve(markdown)), resolve(figures)).replaceAll(sep, '/') }
    writeWhole('--markdown', markdown, claimsMarkdown(claims, runs, { ...document, ...folder }))
  }
  if (figures !== undefined) for (const [name, svg] of claimsFigures(claims, runs)) writeWhole('--figures', join(figures, name), svg)
}
