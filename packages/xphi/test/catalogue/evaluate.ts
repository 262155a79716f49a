import { catalogue, type Entry } from '../../src/catalogue/index.ts'

/**
 * A second, plain reading of pointwise and gated formulas, good to a few digits. It shares no code with the compiler, so what an entry states of
 * itself (kinks, limits) is checked without the compiler's help.
 */
type Values = Readonly<Record<string, number>>

// The series with positive terms only, so that nothing cancels: Abramowitz and Stegun 26.2.11.
const normcdf = (x: number): number => {
  if (abs(x) > 9) return x > 0 ? 1 : 0
  let term = x
  let sum = x
  for (let n = 1; n < 200; n++) sum += term *= (x * x) / (2 * n + 1)
  return 0.5 + (sum * exp((-x * x) / 2)) / sqrt(2 * Math.PI)
}

const { abs, exp, expm1, log, log1p, sin, sqrt, tanh, max } = Math
const elementary: Readonly<Record<string, unknown>> = {
  ...{ abs, exp, expm1, log, sin, sqrt, tanh, normcdf, pi: Math.PI, inf: Infinity, nan: NaN },
  sigmoid: (x: number) => 1 / (1 + exp(-x)),
  softplus: (x: number) => max(x, 0) + log1p(exp(-abs(x))),
}

const call = (entry: Entry) => (first: number, second: number) =>
  entry.kind === 'gated' ? evaluate(entry, { gate: first, value: second }) : evaluate(entry, { x: first })

export const defaults = (entry: Entry): Values => Object.fromEntries(entry.parameters.map(p => [p.name, p.default]))

/** The value of any formula text, JavaScript reading it: `^` becomes `**`, every other sign means the same. */
export const evaluateText = (text: string, values: Values): number => {
  const used = catalogue.filter(entry => !(entry.name in elementary) && new RegExp(`\\b${entry.name}\\(`).test(text))
  const scope = { ...elementary, ...Object.fromEntries(used.map(entry => [entry.name, call(entry)])), ...values }
  return Function(...Object.keys(scope), `return ${text.replaceAll('^', '**')}`)(...Object.values(scope))
}

export const evaluate = (entry: Entry, inputs: Values): number => evaluateText(entry.formula, { ...defaults(entry), ...inputs })
