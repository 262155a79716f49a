/** Array kernels: an activation compiled to WebAssembly in a memory of its own. */
import { type Activation, inputsOf } from '../../activation/activation.ts'
import type { Kind } from '../../catalogue/index.ts'
import { type GatedKernel, gatedKernel, type Kernel, type Loaded, plainKernel } from './calls.ts'
import { hasFma } from './fma.ts'
import type { Run } from './jobs.ts'
import { KernelError } from './error.ts'
import { type KernelRequest, type Mode, type Planners, planKernel } from './kernel.ts'
import { type KernelMemory, LinearMemory } from './memory.ts'
import { emitKernel } from './template.ts'

export interface CompileOptions {
  /** Values for parameters, in place of the activation's own. */
  readonly parameters?: Readonly<Record<string, number>>
  /**
   * exact (the default): f32 results within 0.51 ulp. fast: singles inside, f32 results within 4 ulp where they are normal (`backward`: the derivative;
   * its product with dy rounds once more), where the formula has such a form and it takes less time: `Kernel.mode` says. Arrays of doubles are the same in both.
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
let realm: LinearMemory | undefined

function memoryOf({ memory }: CompileOptions): LinearMemory {
  if (memory instanceof LinearMemory) return memory
  if (memory !== undefined) throw new KernelError('memory must be one that kernelMemory has made')
  realm ??= new LinearMemory({ bytes: 2 ** 20, kind: 'grows' })
  return realm
}

const loaded = new WeakMap<LinearMemory, WeakMap<Activation, Map<string, Loaded>>>()

function kernelsOf(memory: LinearMemory, activation: Activation): Map<string, Loaded> {
  const all = loaded.get(memory) ?? new WeakMap<Activation, Map<string, Loaded>>()
  loaded.set(memory, all)
  const known = all.get(activation) ?? new Map<string, Loaded>()
  all.set(activation, known)
  return known
}

/** `send` gives the module its number among the threads' kernels. */
function load(memory: LinearMemory, request: KernelRequest, planners: Planners, send: (module: WebAssembly.Module) => number): Loaded {
  const { plan, shape, ...rest } = planKernel({ ...request, shared: memory.shared }, planners)
  const module = new WebAssembly.Module(emitKernel(plan))
  const { exports } = new WebAssembly.Instance(module, { e: { m: memory.wasm } })
  const tables = shape.tables.map(name => memory.table(name))
  const wholeRows = request.activation.kind === 'row'
  return { run: exports.run as unknown as Run, kernel: send(module), tables, wholeRows, shape, ...rest }
}

/** What an activation of that kind is compiled to: one of the two where the kind is not known. */
export type KernelOf<K extends Kind> = K extends 'gated' ? GatedKernel : Kernel

/**
 * Compiles an activation, built-in or defined, to WebAssembly SIMD. Throws a KernelError for a parameter that it does not have, and for a
 * memory that `kernelMemory` has not made.
 *
 * @example
 * const k = await compile(gelu)
 * k.map(new Float32Array([-6, 0, 1]))
 * k.backward(new Float32Array([1]), new Float32Array([1]))
 * k.both(new Float32Array([1])).dx // what backward gives for dy = 1
 */
export function compile<K extends Kind>(activation: Activation<K>, options?: CompileOptions): Promise<KernelOf<K>>
export async function compile(activation: Activation, options: CompileOptions = {}): Promise<Kernel | GatedKernel> {
  const { name, kind, formula } = activation
  for (const key of Object.keys(options.parameters ?? {})) {
    if (!Object.hasOwn(activation.parameters, key)) throw new KernelError(`${name} has no parameter '${key}'`)
  }
  const bound: Activation = { name, kind, formula, parameters: { ...activation.parameters, ...options.parameters } }
  const fma = options.fma === true && hasFma()
  const memory = memoryOf(options)
  const known = kernelsOf(memory, activation)
  const kindOf = Object.values(bound.parameters).every(v => Math.fround(v) === v) ? 'single' : 'double'
  const parameters = Object.fromEntries(Object.keys(bound.parameters).map(n => [n, kindOf] as const))
  // What only fast kernels need, or row functions, is not loaded for others.
  const fast = options.mode === 'fast' ? { fast: (await import('./fast.ts')).planFast } : {}
  const rows = kind === 'row' ? await import('./rows.ts') : undefined
  const sent: Promise<void>[] = []
  const send = (module: WebAssembly.Module): number => {
    if (!memory.pool) return 0
    const { kernel, heard } = memory.pool.add(module)
    sent.push(heard)
    return kernel
  }
  const kernel = (job: KernelRequest['job'], type: 'f32' | 'f64') => (): Loaded => {
    const planners: Planners = type === 'f32' ? { ...fast, ...(rows ? { row: rows.planRow } : {}) } : {}
    // The same whatever the parameters are, singles or not: they are in memory.
    const key = `${job} ${type} ${kindOf} ${planners.fast ? 'fast' : 'exact'} ${fma}`
    let one = known.get(key)
    if (!one) {
      one = load(memory, { activation, job, type, fma, parameters }, planners, send)
      known.set(key, one)
    }
    return one
  }
  const of = (job: KernelRequest['job']) => ({ f32: kernel(job, 'f32'), f64: kernel(job, 'f64') })
  const kernels = { map: of('map'), backward: of('backward'), 'map+slope': of('map+slope') }
  // Threads take new kernels between jobs alone. On one thread those that are not wanted are never made: doubles take three times as long as singles.
  kernels.map.f32()
  const jobs = kind === 'row' ? (['map', 'backward'] as const) : (['map', 'backward', 'map+slope'] as const)
  if (memory.pool) for (const job of jobs) for (const type of ['f32', 'f64'] as const) kernels[job][type]()
  await Promise.all(sent)
  const compiled = { activation: bound, memory, kernels, fma, ...(rows ? { row: rows.rowwise(bound) } : {}) }
  return inputsOf(bound).length === 2 ? gatedKernel(compiled) : plainKernel(compiled)
}
