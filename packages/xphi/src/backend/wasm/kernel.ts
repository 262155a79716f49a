/**
 * One kernel as a WebAssembly module: rows of elements, in blocks of four f32 (two pairs of doubles inside) or two f64, phase by phase, the
 * rest of a row lane by lane so that nothing outside the arrays is read or written.
 */
import { type Activation, expressionOf, inputsOf } from '../../activation/activation.ts'
import { derivative, gradients } from '../../differentiate/index.ts'
import { endsOf } from '../typescript/scalar.ts'
import { type Expr, input, param, topological } from '../../ir/index.ts'
import { lower } from '../../lower/lower.ts'
import { emitKernel, type KernelPlan, type KernelShape } from './template.ts'

export interface KernelRequest {
  readonly activation: Activation
  /** map: y. map+slope: y and dy/d(input). backward: the gradient of each input from dy. */
  readonly job: 'map' | 'backward' | 'map+slope'
  readonly type: 'f32' | 'f64'
  /** One value for all elements (the default) or one a channel, which is the last axis. */
  readonly parameters?: Readonly<Record<string, 'uniform' | 'channel'>>
  /** The imported memory is shared. */
  readonly shared?: boolean
  /** Parameters whose gradient a backward kernel adds to its accumulators. */
  readonly parameterGradients?: readonly string[]
}

export class KernelError extends Error {
  override readonly name = 'KernelError'
}

/** What a request computes: expressions by output, in order. */
function outputsOf(request: KernelRequest): { readonly inputs: readonly string[]; readonly outputs: readonly (readonly [string, Expr])[] } {
  const a = request.activation
  const root = expressionOf(a)
  const names = inputsOf(a)
  if (request.job === 'map') return { inputs: names, outputs: [['y', root]] }
  if (request.job === 'map+slope') {
    if (a.kind === 'row') throw new KernelError(`${a.name} is a row function: it has no slope by element, use job 'backward'`)
    return { inputs: names, outputs: [['y', root], ...names.map(n => [`d${n}`, derivative(root, input(n))] as const)] }
  }
  const wanted = request.parameterGradients ?? []
  const all = gradients(root, input('dy'), [...names.map(input), ...wanted.map(param)])
  return { inputs: [...names, 'dy'], outputs: [...names, ...wanted].map((n, i) => [`d${n}`, all[i]] as const) }
}

/** The plan and shape of a kernel. Throws a KernelError for a parameter that the activation does not have. */
export function planKernel(request: KernelRequest): { readonly plan: KernelPlan; readonly shape: KernelShape } {
  const a = request.activation
  const parameters = Object.keys(a.parameters)
  for (const name of [...Object.keys(request.parameters ?? {}), ...(request.parameterGradients ?? [])]) {
    if (!parameters.includes(name)) throw new KernelError(`${a.name} has no parameter '${name}'`)
  }
  const { inputs, outputs } = outputsOf(request)
  const parameterGradients = request.parameterGradients ?? []
  const arrays = outputs.slice(0, outputs.length - parameterGradients.length)
  const program = lower(
    outputs.map(([, e]) => e),
    request.type === 'f64' ? 'precise' : 'plain',
  )
  const own = inputsOf(a)
  const ends = arrays.map(([, e]) => {
    const usesDy = topological([e]).some(n => n.op === 'input' && n.name === 'dy')
    return a.kind === 'pointwise' && !usesDy ? endsOf(e, own, a.parameters).keepsZero : false
  })
  const logarithmic = topological(outputs.map(([, e]) => e)).some(n => n.op === 'log' || n.op === 'log1p')
  const tables = [...new Set(program.phases.flatMap(p => p.tape.steps.flatMap(s => (s.op === 'table' ? [s.name as string] : []))))]
  const shape: KernelShape = { inputs, outputs: arrays.map(([n]) => n), parameterGradients, parameters, tables }
  const plan: KernelPlan = {
    type: request.type,
    program,
    shape,
    channel: new Set(parameters.filter(p => request.parameters?.[p] === 'channel')),
    bounded: request.type === 'f32' && !(logarithmic && a.kind !== 'row') ? own : [],
    nanFrom: a.kind === 'row' ? [] : own,
    keepsZero: ends,
    shared: request.shared ?? false,
  }
  return { plan, shape }
}

/**
 * The WebAssembly module of one kernel, for those who bring their own memory. It imports the memory as "e" "m" and exports
 * run(rows, length, ...): pointer and row stride in bytes of each input and output array, a pointer for each parameter gradient (f64,
 * added to), a pointer for each parameter, a pointer for each table (f64 kernels only). In place is allowed.
 *
 * @example kernelBytes({ activation: activation('gelu'), job: 'map', type: 'f32' })
 */
export function kernelBytes(request: KernelRequest): Uint8Array<ArrayBuffer> {
  return emitKernel(planKernel(request).plan)
}
