/** `xphi tune`: goes on training a real language model on a text of one's own. */
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Llama } from '@xphi/train'
import { Ended, exit, UsageError } from '../exit.ts'
import { checkWritable, writeWhole } from '../files.ts'
import { onInterrupt } from '../interrupt.ts'
import { languageModel, readWhole, resume } from '../language.ts'
import { parseCount, parseFinite } from '../numbers.ts'
import { type CommonOptions, common } from '../options.ts'
import { counted, harmless, jsonText, note, print } from '../output.ts'

interface Options extends CommonOptions {
  readonly out: string
  readonly steps: string
  readonly rate: string
  readonly seed: string
  readonly prompt: string
  readonly tokenizer?: string
}

/** Tokens of a window of the text, and windows of a step. */
const [sequence, count] = [64, 4]
/** Windows of the last tenth that the loss is measured on. */
const mostHeld = 32
const sampled = { tokens: 40, temperature: 0.7, seed: 1 }

export const configure = (command: Command): void => {
  common(command, [
    'xphi tune stories260K plays.txt --out plays.safetensors',
    "xphi tune stories260K plays.txt --out plays.safetensors --steps 500 --prompt 'The king'",
    "xphi run stories260K --training plays.safetensors --prompt 'The king'",
  ])
    .description(
      'Goes on training a language model of llama2.c on a text, and keeps the training in a file. Where the file is there, the training that it holds goes on ' +
        `from where it was left, bit for bit. A step is AdamW on ${count} windows of ${sequence} tokens; the loss is that of the last tenth of the text.`,
    )
    .argument('<MODEL>', 'a folder with the checkpoint and its tokenizer (tok*.bin), or the checkpoint alone')
    .argument('<TEXT>', 'a text file in UTF-8')
    .requiredOption('--out <FILE>', 'where the training is kept (safetensors)')
    .option('--steps <N>', 'steps to take', '100')
    .option('--rate <RATE>', 'learning rate, after 20 steps that lead up to it', '0.001')
    .option('--seed <N>', 'of the windows, where a training begins', '1')
    .option('--prompt <TEXT>', 'what the sample begins with', '')
    .option('--tokenizer <FILE>', 'the tokenizer (default: the tok*.bin beside the checkpoint)')
    .action(run)
}

async function run(folder: string, path: string, options: Options): Promise<void> {
  const steps = parseCount(options.steps, '--steps')
  const peak = parseFinite(options.rate, '--rate')
  if (!(peak > 0)) throw new UsageError(`--rate: ${peak} is not above 0`)
  const seed = parseCount(options.seed, '--seed', 0, 2 ** 32 - 1)
  checkWritable('--out', options.out)
  const { continueText, Random, saveTraining, windowsOf } = await import('@xphi/train')
  const llama = await languageModel(folder, options.tokenizer, { sequence, batch: sequence * count })
  const { model } = llama
  const { learned, held } = partsOf(llama, path)
  const windows = windowsOf(learned, sequence, count)
  const random = new Random(seed)
  if (existsSync(options.out)) await resume(llama, options.out, random)
  const lossNow = (): number => model.evaluate(held.subarray(0, -1), held.subarray(1)).loss
  const [from, before] = [model.steps, lossNow()]
  const interruption = onInterrupt()
  const optimiser = { kind: 'adamw', rate: { peak, warmup: 20 }, beta2: 0.99, clip: 1 } as const
  const start = performance.now()
  try {
    while (model.steps < from + steps && !interruption.signal.aborted) {
      windows.draw(random)
      model.step(windows.x, windows.y, optimiser)
      // Lets Ctrl-C be heard.
      if (model.steps % 10 === 0) await new Promise(resolve => setImmediate(resolve))
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DivergenceError') throw error
    note(`xphi: ${error.message}; nothing is kept of these steps`)
    throw new Ended(exit.diverged)
  } finally {
    interruption.end()
  }
  const seconds = (performance.now() - start) / 1000
  writeWhole('--out', options.out, saveTraining(model, { windows: random }))
  const taken = model.steps - from
  const found = { from, steps: model.steps, lossBefore: before, loss: lossNow(), heldTokens: held.length - 1, seconds }
  const sample = options.prompt + [...continueText(llama, options.prompt, sampled)].join('')
  if (options.json) print(jsonText({ ...found, sample }))
  else {
    print(`step ${from}: ${before.toFixed(4)} nats a token on ${found.heldTokens} tokens of the last tenth`)
    print(`step ${model.steps}: ${found.loss.toFixed(4)}`)
    print(harmless(`"${sample}"`))
  }
  note(`${counted(taken, 'step')} in ${seconds.toFixed(1)} s, ${Math.round((taken * sequence * count) / seconds)} tokens a second`)
  if (interruption.signal.aborted) throw new Ended(exit.interrupted)
}

/** The tokens of a text, each line a text of its own: nine tenths to learn from, and whole windows of the last. */
function partsOf({ tokenizer }: Llama, path: string): { readonly learned: Int32Array; readonly held: Int32Array } {
  const tokens = Int32Array.from(
    new TextDecoder()
      .decode(readWhole(path))
      .split('\n')
      .flatMap(line => tokenizer.encode(line)),
  )
  const split = Math.floor(0.9 * tokens.length)
  const held = Math.min(mostHeld, Math.floor((tokens.length - split - 1) / sequence))
  if (held < 1) throw new UsageError(`${path}: ${counted(tokens.length, 'token')}, too few: give a text of at least ${10 * (sequence + 1)}`)
  return { learned: tokens.subarray(0, split), held: tokens.subarray(split, split + held * sequence + 1) }
}
