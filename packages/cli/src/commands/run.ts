/** `xphi run`: a real language model continues a text. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../exit.ts'
import { reasonOf } from '../files.ts'
import { parseCount, parseFinite } from '../numbers.ts'
import { type CommonOptions, common } from '../options.ts'
import { counted, harmless, jsonText, note, print } from '../output.ts'

interface Options extends CommonOptions {
  readonly prompt: string
  readonly temperature: string
  readonly tokens?: string
  readonly seed: string
  readonly tokenizer?: string
}

/** Much more than any model that runs here takes. */
const greatestFile = 2 ** 30

export const configure = (command: Command): void => {
  common(command, [
    'xphi run stories260K',
    "xphi run stories260K --prompt 'Lily and the dragon' --temperature 0.8 --seed 3",
    'xphi run stories260K.bin --tokenizer tok512.bin --temperature 0 --tokens 50',
  ])
    .description('Loads a language model of llama2.c (github.com/karpathy/llama2.c) and continues a prompt, as it comes.')
    .argument('<MODEL>', 'a folder with the checkpoint and its tokenizer (tok*.bin), or the checkpoint alone')
    .option('--prompt <TEXT>', 'what the text begins with', '')
    .option('--temperature <T>', '0 takes the likeliest token; the higher, the bolder', '1')
    .option('--tokens <N>', 'tokens to generate at most (default: as many as the model has room for)')
    .option('--seed <N>', 'of the chance', '1')
    .option('--tokenizer <FILE>', 'the tokenizer (default: the tok*.bin beside the checkpoint)')
    .action(run)
}

async function run(model: string, options: Options): Promise<void> {
  const temperature = parseFinite(options.temperature, '--temperature')
  if (temperature < 0) throw new UsageError(`--temperature: ${temperature} is below 0`)
  const tokens = options.tokens === undefined ? Number.POSITIVE_INFINITY : parseCount(options.tokens, '--tokens')
  const seed = parseCount(options.seed, '--seed', 0)
  const { checkpoint, tokenizer } = filesOf(model, options.tokenizer)
  const { continueText, loadLlama } = await import('@xphi/train')
  const [weights, vocabulary] = [read(checkpoint), read(tokenizer)]
  try {
    const llama = await loadLlama(weights, vocabulary)
    const write = options.json ? () => undefined : (text: string) => process.stdout.write(harmless(text))
    const pieces: string[] = []
    const start = performance.now()
    for (const piece of continueText(llama, options.prompt, { tokens, temperature, seed })) {
      // Not before: a prompt that does not fit is refused first.
      if (pieces.length === 0) write(options.prompt)
      pieces.push(piece)
      write(piece)
    }
    const seconds = (performance.now() - start) / 1000
    write('\n')
    // The last piece is what remains of a character's bytes.
    const made = pieces.length - 1
    const text = pieces.join('')
    const { model } = llama
    const parameters = model.parameters.reduce((sum, { values }) => sum + values.length, 0)
    if (options.json) print(jsonText({ prompt: options.prompt, text, tokens: made, seed, temperature, seconds, parameters }))
    note(`${counted(made, 'token')} in ${seconds.toFixed(2)} s, ${Math.round(made / seconds)} tokens a second, ${parameters} parameters`)
  } catch (error) {
    if (error instanceof Error && error.name === 'ModelError') throw new UsageError(`${model}: ${error.message}`)
    throw error
  }
}

/** The two files of a model. */
function filesOf(model: string, tokenizer: string | undefined): { readonly checkpoint: string; readonly tokenizer: string } {
  const found = readable(model, () => statSync(model, { throwIfNoEntry: false }))
  if (found === undefined) throw new UsageError(`${model}: no such file or folder`)
  const folder = found.isDirectory() ? model : dirname(model)
  const files = readable(folder, () => readdirSync(folder)).filter(name => name.endsWith('.bin'))
  const isTokenizer = (name: string): boolean => name.startsWith('tok')
  const only = (names: readonly string[], what: string): string => {
    if (names.length === 1) return join(folder, names[0])
    throw new UsageError(names.length === 0 ? `${folder}: no ${what} in it` : `${folder}: which is the ${what}, ${names.join(' or ')}?`)
  }
  return {
    checkpoint: found.isDirectory()
      ? only(
          files.filter(name => !isTokenizer(name)),
          'checkpoint (*.bin)',
        )
      : model,
    tokenizer:
      tokenizer ??
      only(
        files.filter(name => isTokenizer(name) && name !== basename(model)),
        'tokenizer (tok*.bin)',
      ),
  }
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UsageError(`${path}: cannot be read: ${reasonOf(error)}`)
  }
}

function read(path: string): Uint8Array {
  const found = readable(path, () => statSync(path, { throwIfNoEntry: false }))
  if (!found?.isFile()) throw new UsageError(`${path}: no such file`)
  if (found.size > greatestFile) throw new UsageError(`${path}: ${found.size} bytes are more than ${greatestFile}`)
  return readable(path, () => readFileSync(path))
}
