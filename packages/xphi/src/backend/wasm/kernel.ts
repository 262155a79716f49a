/**
 * One kernel as a WebAssembly module: rows of elements, in blocks of four f32 (two pairs of doubles inside) or two f64, phase by phase, the
 * rest of a row lane by lane so that nothing outside the arrays is read or written.
 */
import { type Activation, expressionOf, inputsOf } from '../../activation/activation.ts'
import { defined, derivative, gradients, slopeOf } from '../../differentiate/index.ts'
import { keepsZero } from '../typescript/scalar.ts'
import { type Expr, input, mul, param, topological } from '../../ir/index.ts'
import type { FastTape } from '../../lower/fast/lower.ts'
import { lowerSingles } from '../../lower/singles.ts'
import { lower, type Program } from '../../lower/lower.ts'
import { KernelError } from './error.ts'
import type { KernelPlan, KernelShape } from './plan.ts'

export interface KernelRequest {
  readonly activation: Activation
  /** map: y. map+slope: y and dy/d(input). backward: the gradient of each input from dy. */
  readonly job: 'map' | 'backward' | 'map+slope'
  readonly type: 'f32' | 'f64'
  /** exact (the default): f32 results within 0.51 ulp. fast: within 4 ulp, where the formula has such a form. */
  readonly mode?: Mode
  /**
   * One value for all elements (uniform, the default), the same as a double whatever the type of the arrays (double; single, where its value is one of f32),
   * or one a channel, which is the last axis.
   */
  readonly parameters?: Readonly<Record<string, 'uniform' | 'double' | 'single' | 'channel'>>
  /** The imported memory is shared. */
  readonly shared?: boolean
  /** Products that feed a sum are not rounded (relaxed SIMD): where `hasFma()`. Faster, but not the bits that every engine gives. */
  readonly fma?: boolean
  /** Parameters whose gradient a backward kernel adds to its accumulators. */
  readonly parameterGradients?: readonly string[]
}

export type Mode = 'exact' | 'fast'

/** What a request computes: expressions by output, in order. */
function outputsOf(request: KernelRequest): { readonly inputs: readonly string[]; readonly outputs: readonly (readonly [string, Expr])[] } {
  const a = request.activation
  const root = expressionOf(a)
  const names = inputsOf(a)
  if (request.job === 'map') return { inputs: names, outputs: [['y', root]] }
  if (request.job === 'map+slope') {
    if (a.kind === 'row') throw new KernelError(`${a.name} is a row function: it has no slope by element, use job 'backward'`)
    return { inputs: names, outputs: [['y', root], ...names.map(n => [`d${n}`, slopeOf(root, input(n))] as const)] }
  }
  const wanted = request.parameterGradients ?? []
  const variables = [...names.map(input), ...wanted.map(param)]
  // dy times the derivative as one piece, so that the rules which repair derivatives find it.
  const all = a.kind === 'row' ? gradients(root, input('dy'), variables) : variables.map(v => mul(input('dy'), derivative(root, v)))
  return { inputs: [...names, 'dy'], outputs: [...names, ...wanted].map((n, i) => [`d${n}`, defined(all[i], root)] as const) }
}

/** The fast tape of a request in place of its exact plan, or why it has none. */
export type PlanFast = (request: KernelRequest, exact: KernelPlan) => FastTape | string

/** The program of a row function in f32, and what computes the rows again of which it is not certain. */
export type PlanRow = (roots: readonly Expr[]) => Pick<KernelPlan, 'program' | 'again'>

/** What is loaded by those alone who ask for such kernels. */
export interface Planners {
  readonly fast?: PlanFast
  /** For a row function. */
  readonly row?: PlanRow
}

export interface PlannedKernel {
  readonly plan: KernelPlan
  readonly shape: KernelShape
  /** What the kernel is, and for one that was to be fast and is exact, why. */
  readonly mode: Mode
  readonly why?: string
}

/**
 * The plan and shape of a kernel: fast where `fast` is given and finds a tape; of a row function in pairs of doubles unless `row` is given. Throws a
 * KernelError for a parameter that the activation does not have.
 */
export function planKernel(request: KernelRequest, planners: Planners = {}): PlannedKernel {
  const a = request.activation
  const parameters = Object.keys(a.parameters)
  for (const name of [...Object.keys(request.parameters ?? {}), ...(request.parameterGradients ?? [])]) {
    if (!parameters.includes(name)) throw new KernelError(`${a.name} has no parameter '${name}'`)
  }
  const { inputs, outputs } = outputsOf(request)
  const parameterGradients = request.parameterGradients ?? []
  const arrays = outputs.slice(0, outputs.length - parameterGradients.length)
  const roots = outputs.map(([, e]) => e)
  const planRow = request.type === 'f32' && a.kind === 'row' ? planners.row : undefined
  const { program, again } = planRow?.(roots) ?? { program: lower(roots, request.type === 'f64' || a.kind === 'row' ? 'precise' : 'plain') }
  const own = inputsOf(a)
  const plain = (): Program => (program.precision === 'plain' ? program : lower(roots, 'plain'))
  const ends = arrays.map(([, e], i) => {
    const usesDy = topological([e]).some(n => n.op === 'input' && n.name === 'dy')
    return a.kind === 'pointwise' && !usesDy && keepsZero(e, plain, i, a.parameters)
  })
  const logarithmic = topological(roots).some(n => n.op === 'log' || n.op === 'log1p')
  const phases = [...program.phases, ...(again?.phases ?? [])]
  const tables = [...new Set(phases.flatMap(p => p.tape.steps.flatMap(s => (s.op === 'table' ? [s.name] : []))))]
  // Kept doubles; results that are not certain lie in their place.
  const scratch = Math.max(8 * phases.flatMap(p => p.keeps).length, again ? 4 : 0)
  const shape: KernelShape = { inputs, outputs: arrays.map(([n]) => n), parameterGradients, parameters, tables, scratch }
  const of = (...kinds: readonly string[]): ReadonlySet<string> =>
    new Set(parameters.filter(p => kinds.includes(request.parameters?.[p] ?? 'uniform')))
  const double = request.type === 'f64' ? new Set(parameters) : of('double', 'single')
  const once = request.type === 'f32' && a.kind !== 'row' && parameterGradients.length === 0
  const singles = once ? lowerSingles({ outputs: roots, inputs: own, doubles: of('double'), keepsZero: ends }) : undefined
  const exact: KernelPlan = {
    type: request.type,
    program,
    ...(again ? { again } : {}),
    ...(singles ? { singles } : {}),
    shape,
    channel: of('channel'),
    double,
    bounded: request.type === 'f32' && !(logarithmic && a.kind !== 'row') ? own : [],
    nanFrom: a.kind === 'row' ? [] : own,
    keepsZero: ends,
    shared: request.shared ?? false,
    fma: request.fma ?? false,
  }
  const fast = planners.fast?.(request, exact)
  if (typeof fast === 'object') return { plan: { ...exact, singles: fast.tape }, shape, mode: 'fast' }
  return { plan: exact, shape, mode: 'exact', ...(fast === undefined ? {} : { why: fast }) }
}
