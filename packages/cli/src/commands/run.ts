/** `xphi run`: a real language model continues a text. */
import type { Command } from 'commander'
import { UsageError } from '../exit.ts'
import { blaming, languageModel, resume } from '../language.ts'
import { parseCount, parseFinite } from '../numbers.ts'
import { type CommonOptions, common } from '../options.ts'
import { counted, harmless, jsonText, note, print } from '../output.ts'

interface Options extends CommonOptions {
  readonly prompt: string
  readonly temperature: string
  readonly tokens?: string
  readonly seed: string
  readonly tokenizer?: string
  readonly training?: string
}

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
    .option('--training <FILE>', 'what xphi tune has made of the model')
    .option('--tokenizer <FILE>', 'the tokenizer (default: the tok*.bin beside the checkpoint)')
    .action(run)
}

async function run(model: string, options: Options): Promise<void> {
  const temperature = parseFinite(options.temperature, '--temperature')
  if (temperature < 0) throw new UsageError(`--temperature: ${temperature} is below 0`)
  const tokens = options.tokens === undefined ? Number.POSITIVE_INFINITY : parseCount(options.tokens, '--tokens')
  const seed = parseCount(options.seed, '--seed', 0)
  const { continueText, Random } = await import('@xphi/train')
  const llama = await languageModel(model, options.tokenizer)
  if (options.training !== undefined) await resume(llama, options.training, new Random(0))
  const write = options.json ? () => undefined : (text: string) => process.stdout.write(harmless(text))
  const pieces: string[] = []
  const start = performance.now()
  await blaming(model, () => {
    for (const piece of continueText(llama, options.prompt, { tokens, temperature, seed })) {
      // Not before: a prompt that does not fit is refused first.
      if (pieces.length === 0) write(options.prompt)
      pieces.push(piece)
      write(piece)
    }
  })
  const seconds = (performance.now() - start) / 1000
  write('\n')
  // The last piece is what remains of a character's bytes.
  const made = pieces.length - 1
  const text = pieces.join('')
  const parameters = llama.model.parameters.reduce((sum, { values }) => sum + values.length, 0)
  if (options.json) print(jsonText({ prompt: options.prompt, text, tokens: made, seed, temperature, seconds, parameters }))
  note(`${counted(made, 'token')} in ${seconds.toFixed(2)} s, ${Math.round(made / seconds)} tokens a second, ${parameters} parameters`)
}
