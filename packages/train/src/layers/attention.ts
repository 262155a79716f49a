// Scaled dot-product attention (Vaswani and others 2017) over the rows of each sequence, with grouped keys and values (Ainslie and others
// 2023). Queries, keys and values lie side by side in one packed matrix, so every product is a gemm with strides.
import { fromFormula } from 'xphi/formula'
import { ModelError } from '../errors.ts'
import { ActivationParameters, loadActivation } from './kernel.ts'
import { projection } from './linear.ts'
import { type Context, eachSequence, inside, type Operation, rowOf, signal } from './operation.ts'
import { rotaryTable } from './rotary.ts'

/** Rows whose scores are computed together: a causal mask then hides little of what is computed. */
const block = 32

export interface AttentionSpec {
  readonly heads: number
  readonly keyValueHeads: number
  readonly causal: boolean
  readonly rotary: boolean
  readonly theta: number
  readonly biased: boolean
}

export async function buildAttention(context: Context, spec: AttentionSpec): Promise<Operation> {
  const { arena, batch, input, kernels, scratch, sequence, work } = context
  const { heads, keyValueHeads, causal } = spec
  const { width } = input
  const size = width / heads
  if (!Number.isInteger(size)) throw new ModelError(`${heads} heads do not divide a width of ${width}`)
  if (!Number.isInteger(heads / keyValueHeads)) throw new ModelError(`${keyValueHeads} key and value heads do not divide ${heads} heads`)
  if (spec.rotary && size % 2 > 0) throw new ModelError(`rotary positions turn pairs: a head of ${size} is odd`)
  const group = heads / keyValueHeads
  const turned = heads + keyValueHeads
  const packed = projection(inside(context, 'input'), (turned + keyValueHeads) * size, size, spec.biased)
  const mixed = signal(context, width)
  const mixing = projection(inside({ ...context, input: mixed, inputMoment: 1 }, 'output'), width, width, spec.biased)
  const stride = 4 * packed.output.width
  const wide = 4 * width
  /** Byte offsets of a query head and of its key and value in a packed row. */
  const places = Array.from({ length: heads }, (_, head) => {
    const shared = Math.floor(head / group)
    return { query: 4 * size * head, key: 4 * size * (heads + shared), value: 4 * size * (turned + shared), first: head % group === 0 }
  })
  // softmax(scale * x); so written its kernel needs no more than doubles.
  const power = 'exp(scale * (x - rowmax(x)))'
  const softmax = fromFormula('attention', `${power} / rowsum(${power})`, { scale: 1 / Math.sqrt(size) })
  const parameters = new ActivationParameters(context, softmax, undefined, sequence)
  const weights = await loadActivation(arena, { activation: softmax, job: 'map' }, sequence)
  // Square by square, a sequence and a head each. What a causal mask hides is never written and stays 0.
  const line = 4 * sequence
  const square = line * sequence
  const probabilities = arena.floats(heads * batch * sequence)
  const squareOf = (start: number, head: number): number => probabilities + (start / sequence) * heads * square + head * square
  const scores = scratch.floats('attention scores', block * sequence)
  const packedGradient = scratch.floats('attention packed', batch * packed.output.width)
  const mixedGradient = scratch.floats('attention mixed', batch * width)
  const table = spec.rotary ? rotaryTable(arena, sequence, size, spec.theta) : undefined
  const turn = (address: number, from: number, rows: number, direction: number) => {
    if (table === undefined) return
    const at = 4 * size * from
    kernels.rotate(address, stride, table.cosines + at, table.sines + at, rows, turned, size, direction)
  }

  const attend = (start: number, from: number, to: number): void => {
    const here = rowOf(packed.output, start)
    const [scale] = parameters.pointers
    turn(here + stride * from, from, to - from, 1)
    for (const [head, { query, key, value }] of places.entries())
      for (let begin = from; begin < to; begin += block) {
        const end = Math.min(begin + block, to)
        const seen = causal ? end : to
        const queries = here + stride * begin + query
        const shares = squareOf(start, head) + line * begin
        const out = rowOf(mixed, start + begin) + query
        kernels.gemm(queries, stride, 4, here + key, 4, stride, scores.address, line, end - begin, seen, size, 0, work)
        for (let row = begin; row < end; row++) {
          const at = line * (row - begin)
          weights(1, causal ? row + 1 : to, scores.address + at, line, shares + at, line, scale)
        }
        kernels.gemm(shares, line, 4, here + value, stride, 4, out, wide, end - begin, size, seen, 0, work)
      }
  }

  const learn = (start: number, _: number, rows: number): void => {
    const here = rowOf(packed.output, start)
    const gradient = packedGradient.address + stride * start
    const slopes = scores.address
    // From the last block, which sees all keys, to the first.
    for (const [head, { query, key, value, first }] of places.entries())
      for (let begin = Math.floor((rows - 1) / block) * block; begin >= 0; begin -= block) {
        const end = Math.min(begin + block, rows)
        const count = end - begin
        const seen = causal ? end : rows
        const accumulate = first && end === rows ? 0 : 1
        const queries = here + stride * begin + query
        const shares = squareOf(start, head) + line * begin
        const dy = mixedGradient.address + wide * (start + begin) + query
        kernels.gemm(shares, 4, line, dy, wide, 4, gradient + value, stride, seen, size, count, accumulate, work)
        kernels.gemm(dy, wide, 4, here + value, 4, stride, slopes, line, count, seen, size, 0, work)
        kernels.softmaxBackward(shares, slopes, count, seen, line, 1 / Math.sqrt(size))
        kernels.gemm(slopes, line, 4, here + key, stride, 4, gradient + stride * begin + query, stride, count, size, seen, 0, work)
        kernels.gemm(slopes, 4, line, queries, stride, 4, gradient + key, stride, seen, size, count, accumulate, work)
      }
    turn(gradient, 0, rows, -1)
  }

  return {
    name: 'attention',
    output: mixing.output,
    secondMoment: 1,
    forward(first, rows) {
      packed.forward(first, rows)
      eachSequence(sequence, first, rows, attend)
      mixing.forward(first, rows)
    },
    backward(rows, dy, dx) {
      mixing.backward(rows, dy, mixedGradient.address)
      eachSequence(sequence, 0, rows, learn)
      packed.backward(rows, packedGradient.address, dx)
    },
  }
}
