// The checkpoint format of llama2.c (github.com/karpathy/llama2.c, model.py and run.c at 350e04f), version 0: seven i32, then f32 arrays.
import { ModelError } from '../errors.ts'

export interface LlamaConfig {
  readonly width: number
  readonly hidden: number
  readonly depth: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly vocabulary: number
  /** Rows that a sequence may have. */
  readonly sequence: number
  /** The head shares the embedding's weights. */
  readonly tied: boolean
}

export interface LlamaCheckpoint {
  readonly config: LlamaConfig
  /** The weights in the order of the layers: embedding; in each block norm, queries | keys | values, output, norm, gate | value, down; norm;
   * the head where it is free. */
  readonly weights: readonly Float32Array[]
}

const headerBytes = 28
const greatest = 2 ** 24

/** Reads a checkpoint; throws a ModelError where the header makes no sense or does not give exactly the size of the file. */
export function readCheckpoint(bytes: Uint8Array): LlamaCheckpoint {
  if (bytes.length < headerBytes) throw new ModelError(`a llama2.c checkpoint has at least ${headerBytes} bytes, got ${bytes.length}`)
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
  const [width, hidden, depth, heads, keyValueHeads, signedVocabulary, sequence] = Array.from({ length: 7 }, (_, i) =>
    header.getInt32(4 * i, true),
  )
  const vocabulary = Math.abs(signedVocabulary)
  const sizes = { width, hidden, depth, heads, keyValueHeads, vocabulary, sequence }
  for (const [name, size] of Object.entries(sizes))
    if (size < 1 || size > greatest) throw new ModelError(`no llama2.c checkpoint: its ${name} is ${size}`)
  const size = width / heads
  if (size % 2 !== 0) throw new ModelError(`no llama2.c checkpoint: ${heads} heads do not divide a width of ${width} into even parts`)
  if (heads % keyValueHeads !== 0)
    throw new ModelError(`no llama2.c checkpoint: ${keyValueHeads} key and value heads do not divide ${heads} heads`)
  const tied = signedVocabulary > 0
  const shared = keyValueHeads * size
  const block = [width, width * width, shared * width, shared * width, width * width, width, hidden * width, width * hidden, hidden * width]
  const floats =
    vocabulary * width + depth * block.reduce((sum, length) => sum + length) + width + sequence * size + (tied ? 0 : vocabulary * width)
  if (bytes.length !== headerBytes + 4 * floats)
    throw new ModelError(`a llama2.c checkpoint with this header has ${headerBytes + 4 * floats} bytes, got ${bytes.length}`)

  const view = new DataView(bytes.buffer, bytes.byteOffset + headerBytes)
  let at = 0
  const next = (length: number): Float32Array => {
    const values = Float32Array.from({ length }, (_, i) => view.getFloat32(4 * (at + i), true))
    at += length
    return values
  }
  const embedding = next(vocabulary * width)
  // Each array holds all blocks: one list a block, in the order of the file.
  const [norm1, q, k, v, output, norm2, gate, down, value] = block.map(length => Array.from({ length: depth }, () => next(length)))
  const norm = next(width)
  at += sequence * size // The cosines and sines of the positions, which are computed.
  const blocks = norm1.flatMap((_, i) => [norm1[i], join(q[i], k[i], v[i]), output[i], norm2[i], join(gate[i], value[i]), down[i]])
  const weights = [embedding, ...blocks, norm, ...(tied ? [] : [next(vocabulary * width)])]
  return { config: { ...sizes, tied }, weights }
}

function join(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
