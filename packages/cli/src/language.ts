/** Language models of llama2.c, as files: a checkpoint, its tokenizer, and what `xphi tune` has made of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Llama, LlamaOptions, Random } from '@xphi/train'
import { UsageError } from './exit.ts'
import { reasonOf } from './files.ts'

/** Much more than any model that runs here takes. */
const greatestFile = 2 ** 30

/** Loads the model of a folder, or of a checkpoint with the tokenizer beside it. */
export async function languageModel(model: string, tokenizer?: string, options?: LlamaOptions): Promise<Llama> {
  const files = filesOf(model, tokenizer)
  const { loadLlama } = await import('@xphi/train')
  const [weights, vocabulary] = [readWhole(files.checkpoint), readWhole(files.tokenizer)]
  return blaming(model, () => loadLlama(weights, vocabulary, options))
}

/** Puts a training that `xphi tune` has kept into its model, and into the stream that draws the windows of its text. */
export async function resume({ model }: Llama, file: string, windows: Random): Promise<void> {
  const { loadTraining } = await import('@xphi/train')
  await blaming(file, () => loadTraining(model, readWhole(file), { windows }))
}

/** What does not fit is the fault of a file. */
export async function blaming<T>(file: string, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    if (error instanceof Error && error.name === 'ModelError') throw new UsageError(`${file}: ${error.message}`)
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

export function readWhole(path: string): Uint8Array {
  const found = readable(path, () => statSync(path, { throwIfNoEntry: false }))
  if (!found?.isFile()) throw new UsageError(`${path}: no such file`)
  if (found.size > greatestFile) throw new UsageError(`${path}: ${found.size} bytes are more than ${greatestFile}`)
  return readable(path, () => readFileSync(path))
}
