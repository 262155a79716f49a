// Activations as layers see them: kernels of xphi on the arena, and the addresses of their parameters.
import { findEntry } from 'xphi/catalogue'
import type { Activation } from 'xphi/formula'
import { type KernelRequest, kernelBytes, kernelScratch, kernelTables } from 'xphi/wasm'
import type { Arena } from '../arena.ts'
import { ModelError } from '../errors.ts'
import { instantiate } from '../kernels/index.ts'
import type { Tensor } from '../parameters.ts'
import { type Context, parameter } from './operation.ts'

export type Run = (rows: number, length: number, ...pointers: number[]) => void

type Job = Omit<KernelRequest, 'type' | 'shared'>

/** `width`: the longest row that a row function will meet. */
export async function loadActivation(arena: Arena, job: Job, width = 0): Promise<Run> {
  const request: KernelRequest = { ...job, type: 'f32' }
  const { run } = await instantiate(JSON.stringify(request), () => kernelBytes(request), arena.memory)
  const tables = kernelTables(request).map(({ name, values }) => arena.table(name, values))
  const scratch = kernelScratch(request, width)
  const last = scratch === 0 ? tables : [...tables, arena.bytes(scratch)]
  return last.length === 0 ? (run as unknown as Run) : (...numbers) => (run as unknown as Run)(...numbers, ...last)
}

/** 'one': each parameter is a single trained number; 'channel': one a unit. */
export type Trainable = 'one' | 'channel'

/** Catalogue entries say which parameters are learnt; of a formula of one's own all are. */
function trainedNames(activation: Activation): readonly string[] {
  const entry = findEntry(activation.name)
  const names = Object.keys(activation.parameters)
  const trained = entry?.formula === activation.formula ? entry.parameters.filter(p => p.trainable).map(p => p.name) : names
  if (trained.length === 0) throw new ModelError(`${activation.name} has no parameter to train`)
  return trained
}

/** The parameters of one activation in a layer: trained ones are tensors with an f64 accumulator, the others constants in the arena. */
export class ActivationParameters {
  readonly trained: readonly { readonly tensor: Tensor; readonly accumulator: number }[]
  readonly names: readonly string[]
  readonly places: NonNullable<KernelRequest['parameters']>
  readonly #order: readonly ({ readonly tensor: Tensor } | { readonly address: number; readonly value: number })[]
  readonly #memory: WebAssembly.Memory
  #pointers: readonly number[] = []

  constructor(context: Context, activation: Activation, trainable: Trainable | undefined, units: number) {
    const { arena } = context
    this.#memory = arena.memory
    this.names = trainable === undefined ? [] : trainedNames(activation)
    const shape = trainable === 'channel' ? [units] : [1]
    const tensors = new Map(
      this.names.map(name => [name, parameter(context, name, shape, { kind: 'constant', value: activation.parameters[name] })] as const),
    )
    this.trained = [...tensors.values()].map(tensor => ({ tensor, accumulator: arena.bytes(8 * tensor.length) }))
    this.places = Object.fromEntries(this.names.map(name => [name, trainable === 'channel' ? 'channel' : 'uniform']))
    this.#order = Object.entries(activation.parameters).map(([name, value]) => {
      const tensor = tensors.get(name)
      return tensor === undefined ? { address: arena.floats(1), value } : { tensor }
    })
  }

  /** Addresses in declared order; constants are written at the first call, when the memory no longer grows. */
  get pointers(): readonly number[] {
    if (this.#pointers.length < this.#order.length) {
      const floats = new Float32Array(this.#memory.buffer)
      for (const place of this.#order) if ('address' in place) floats[place.address / 4] = place.value
      this.#pointers = this.#order.map(place => ('tensor' in place ? place.tensor.value : place.address))
    }
    return this.#pointers
  }

  get accumulators(): readonly number[] {
    return this.trained.map(({ accumulator }) => accumulator)
  }

  /** Moves the f64 sums of the backward kernel into the f32 gradients and clears them. */
  collect(): void {
    for (const { tensor, accumulator } of this.trained) {
      const sums = new Float64Array(this.#memory.buffer, accumulator, tensor.length)
      new Float32Array(this.#memory.buffer, tensor.gradient, tensor.length).set(sums)
      sums.fill(0)
    }
  }
}
