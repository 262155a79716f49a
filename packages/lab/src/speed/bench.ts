/** The speed of kernels on f32 arrays, ours and other libraries', beside a copy of the same array. */
import type { Peer } from '../accuracy/subjects.ts'
import { type Activation, inputsOf } from 'xphi/formula'
import { compile, type KernelMemory, kernelMemory } from 'xphi/wasm'
import { type Candidate, takeTurns, type Timing } from './timing.ts'

export type Job = 'value' | 'backward'

export interface SpeedRow {
  readonly activation: string
  readonly job: Job
  readonly elements: number
  /** `copy` first: what Float32Array.set takes. */
  readonly timings: readonly Timing[]
}

export interface BenchOptions {
  readonly sizes: readonly number[]
  readonly jobs: readonly Job[]
  readonly rounds: number
  readonly turnMs: number
  readonly peers: readonly Peer[]
  /** Numbers of threads to time; one where left out. Those that the engine cannot start are left out. */
  readonly threads?: readonly number[]
}

/** Elements a row of row functions. */
const rowLength = 1024

/** Inputs in -6..6, which repeat: only the branches that they take matter. */
const inputsFor = (elements: number, by: number): Float32Array =>
  Float32Array.from({ length: elements }, (_, i) => ((i * by) % 997) / 83 - 6)

/** One row for each activation, job and size, as it is measured. */
export async function* bench(activations: readonly Activation[], options: BenchOptions): AsyncGenerator<SpeedRow> {
  for (const a of activations)
    for (const job of options.jobs)
      for (const size of options.sizes) {
        const elements = a.kind === 'row' ? Math.max(1, Math.round(size / rowLength)) * rowLength : size
        const memories: KernelMemory[] = []
        try {
          const ours: Candidate[] = []
          for (const threads of options.threads ?? [1]) {
            const memory = await kernelMemory({ bytes: arraysOf(a) * (4 * elements + 64), threads })
            memories.push(memory)
            if (memory.threads === threads) ours.push(...(await own(a, job, elements, memory)))
          }
          const candidates = [copy(elements), ...ours, ...theirs(a, job, elements, options.peers)]
          yield { activation: a.name, job, elements, timings: await takeTurns(candidates, { ...options, elements }) }
        } finally {
          for (const memory of memories) await memory.close()
        }
      }
}

/** Inputs, an output for each, and dy. */
const arraysOf = (a: Activation): number => 2 * inputsOf(a).length + 1

const forms = [
  { form: 'xphi exact', mode: 'exact', fma: false },
  { form: 'xphi fast', mode: 'fast', fma: false },
  { form: 'xphi exact fma', mode: 'exact', fma: true },
  { form: 'xphi fast fma', mode: 'fast', fma: true },
] as const

function copy(elements: number): Candidate {
  const [x, y] = [inputsFor(elements, 7), new Float32Array(elements)]
  return { name: 'copy', run: () => y.set(x) }
}

/** In arrays of the memory, so that nothing is copied. */
async function own(a: Activation, job: Job, elements: number, memory: KernelMemory): Promise<readonly Candidate[]> {
  const resident = (values: Float32Array): Float32Array => {
    const array = memory.alloc(elements)
    array.set(values)
    return array
  }
  const columns = inputsOf(a).map((_, i) => resident(inputsFor(elements, 7 + 4 * i)))
  const dy = resident(inputsFor(elements, 13))
  const outputs = columns.map(() => memory.alloc(elements))
  const options = { length: a.kind === 'row' ? rowLength : elements }
  const candidates: Candidate[] = []
  for (const { form, mode, fma } of forms) {
    const name = memory.threads > 1 ? `${form}, ${memory.threads} threads` : form
    const kernel = await compile(a, { mode, fma, memory })
    if (kernel.mode[job === 'value' ? 'map' : 'backward'].mode !== mode || kernel.fma !== fma) continue
    if ('mapPacked' in kernel) {
      const [gate, value] = columns
      const out = { gate: outputs[0], value: outputs[1] }
      candidates.push({ name, run: () => (job === 'value' ? kernel.map(gate, value, out.gate) : kernel.backward(gate, value, dy, out)) })
    } else {
      const [[x], [out]] = [columns, outputs]
      candidates.push({ name, run: () => (job === 'value' ? kernel.map(x, out, options) : kernel.backward(x, dy, out, options)) })
    }
  }
  return candidates
}

/** Their derivatives take no upstream gradient, and gates have none: they are compared on values, and on backward passes where they have one. */
function theirs(a: Activation, job: Job, elements: number, peers: readonly Peer[]): readonly Candidate[] {
  if (a.kind === 'gated' && job === 'backward') return []
  const columns = inputsOf(a).map((_, i) => inputsFor(elements, 7 + 4 * i))
  return peers.flatMap(({ name, maps, slopes, time }) => {
    const functions = job === 'value' ? maps : slopes
    if (!Object.hasOwn(functions, a.name)) return []
    const length = a.kind === 'row' ? rowLength : undefined
    const run = () => functions[a.name](columns[0], columns[1] ?? length)
    if (!time || columns[1]) return [{ name, run }]
    return [{ name, run, timed: (calls: number) => time(a.name, job === 'backward', columns[0], length, calls) }]
  })
}
