/** Array kernels: an activation compiled to WebAssembly in a memory of its own. */
import { type Activation, inputsOf } from '../../activation/activation.ts'
import type { GatedScalar } from '../../activation/functions.ts'
import { type GatedKernel, gatedKernel, type Kernel, type Loaded, plainKernel } from './calls.ts'
import { hasFma } from './fma.ts'
import type { Run } from './jobs.ts'
import { KernelError, type KernelRequest, type Mode, planKernel } from './kernel.ts'
import { KernelMemory } from './memory.ts'
import { emitKernel } from './template.ts'

export interface CompileOptions {
  /** Values for parameters, in place of the activation's own. */
  readonly parameters?: Readonly<Record<string, number>>
  /**
   * exact (the default): f32 results within 0.51 ulp. fast: singles inside, f32 results within 4 ulp where they are normal (`backward`: the derivative;
   * its product with dy rounds once more), where the formula has such a form: `Kernel.mode` says. Arrays of doubles are the same in both.
   */
  readonly mode?: Mode
  /**
   * Products that feed a sum are not rounded, where the engine has relaxed SIMD and fuses (`Kernel.fma` says): 1.1 to 1.4 times faster, within the
   * same bounds, but not the bits that every engine gives. Default false.
   */
  readonly fma?: boolean
  /** Where the kernel runs: arrays that are in it are not copied, and its threads help. By default a memory of the library's own, on one thread. */
  readonly memory?: KernelMemory
}

/** Kernels that were given no memory share one: it grows, and holds nothing but tables and blocks of the arrays of a call. */
let realm: KernelMemory | undefined

const loaded = new WeakMap<KernelMemory, WeakMap<Activation, Map<string, Promise<Loaded>>>>()

function kernelsOf(memory: KernelMemory, activation: Activation): Map<string, Promise<Loaded>> {
  const all = loaded.get(memory) ?? new WeakMap<Activation, Map<string, Promise<Loaded>>>()
  loaded.set(memory, all)
  const known = all.get(activation) ?? new Map<string, Promise<Loaded>>()
  all.set(activation, known)
  return known
}

async function load(memory: KernelMemory, request: KernelRequest): Promise<Loaded> {
  const { plan, shape, ...rest } = planKernel({ ...request, shared: memory.shared })
  const module = await WebAssembly.compile(emitKernel(plan))
  const [{ exports }, kernel] = await Promise.all([
    WebAssembly.instantiate(module, { e: { m: memory.wasm } }),
    memory.pool?.add(module) ?? 0,
  ])
  const tables = shape.tables.map(name => memory.table(name))
  return { run: exports.run as unknown as Run, kernel, tables, wholeRows: request.activation.kind === 'row', shape, ...rest }
}

/**
 * Compiles an activation, built-in or defined, to WebAssembly SIMD. Throws a KernelError for a parameter that it does not have.
 *
 * @example
 * const k = await compile(gelu)
 * k.map(new Float32Array([-6, 0, 1]))
 * k.backward(new Float32Array([1]), new Float32Array([1]))
 */
export function compile(activation: GatedScalar, options?: CompileOptions): Promise<GatedKernel>
export function compile(activation: Activation, options?: CompileOptions): Promise<Kernel>
export async function compile(activation: Activation, options: CompileOptions = {}): Promise<Kernel | GatedKernel> {
  const { name, kind, formula } = activation
  for (const key of Object.keys(options.parameters ?? {})) {
    if (!Object.hasOwn(activation.parameters, key)) throw new KernelError(`${name} has no parameter '${key}'`)
  }
  const bound: Activation = { name, kind, formula, parameters: { ...activation.parameters, ...options.parameters } }
  const fma = options.fma === true && hasFma()
  realm ??= new KernelMemory({ bytes: 2 ** 20, kind: 'grows' })
  const memory = options.memory ?? realm
  const known = kernelsOf(memory, activation)
  const doubles = Object.fromEntries(Object.keys(bound.parameters).map(n => [n, 'double'] as const))
  const kernel = (job: 'map' | 'backward', type: 'f32' | 'f64'): Promise<Loaded> => {
    const mode = type === 'f64' ? 'exact' : (options.mode ?? 'exact')
    const key = `${job} ${type} ${mode} ${fma}`
    let promise = known.get(key)
    if (!promise) {
      promise = load(memory, { activation: bound, job, type, mode, fma, parameters: doubles })
      known.set(key, promise)
    }
    return promise
  }
  const [mapF32, mapF64, backwardF32, backwardF64] = await Promise.all([
    kernel('map', 'f32'),
    kernel('map', 'f64'),
    kernel('backward', 'f32'),
    kernel('backward', 'f64'),
  ])
  const kernels = { map: { f32: mapF32, f64: mapF64 }, backward: { f32: backwardF32, f64: backwardF64 } }
  const compiled = { activation: bound, memory, kernels, fma }
  return inputsOf(bound).length === 2 ? gatedKernel(compiled) : plainKernel(compiled)
}
