/** What an activation is, as plain data, and how it is found or defined. */
import type { Definition, Domain, Kind } from '../catalogue/entry.ts'
import { definitions, findDefinition } from '../catalogue/find.ts'
import type { Kinds } from '../catalogue/list.ts'
import { derivative } from '../differentiate/index.ts'
import { FormulaError, didYouMean, parse, print } from '../formula/index.ts'
import { type Expr, input, isReduction, topological } from '../ir/index.ts'

export interface Activation<K extends Kind = Kind> {
  readonly name: string
  readonly kind: K
  readonly formula: string
  /** Names and values, in declared order. */
  readonly parameters: Readonly<Record<string, number>>
}

/**
 * A name that no activation of the catalogue has; the message names the nearest.
 *
 * @example
 * try {
 *   activation('gleu')
 * } catch (error) {
 *   error.message // "unknown activation 'gleu': did you mean gelu?"
 * }
 */
export class UnknownActivationError extends Error {
  override readonly name = 'UnknownActivationError'
}

/**
 * A parameter that is missing, not wanted, misnamed or out of its domain.
 *
 * @example
 * try {
 *   activation('celu', { alpha: 0 })
 * } catch (error) {
 *   error.message // 'alpha = 0 is out of the domain of celu: alpha > 0'
 * }
 */
export class ParameterError extends Error {
  override readonly name = 'ParameterError'
}

/** The kind of a name as the catalogue writes it, any where the name is not literal or another. */
export type KindNamed<Name extends string> = Name extends keyof Kinds ? Kinds[Name] : Kind

type RowName = 'rowmax' | 'rowsum' | 'rowmean' | 'softmax' | 'log_softmax' | 'solu' | 'solu_ln' | 'layernorm'

/** The kind of a formula's literal text, read from the names in it; any where the text is not literal. */
export type KindOf<Formula extends string> = string extends Formula
  ? Kind
  : Formula extends `${string}gate${string}` | `${string}value${string}`
    ? 'gated'
    : Formula extends `${string}${RowName}(${string}`
      ? 'row'
      : 'pointwise'

const frozen = <K extends Kind>(a: Activation): Activation<K> =>
  Object.freeze({ ...a, kind: a.kind as K, parameters: Object.freeze(a.parameters) })

/**
 * What the catalogue computes with under that name or alias; throws an UnknownActivationError with the nearest name. What is read of an
 * activation is in `xphi/catalogue`.
 *
 * @example
 * definitionOf('gelu_erf').formula // 'x * normcdf(x)'
 */
export function definitionOf(name: string): Definition {
  const definition = findDefinition(name)
  if (!definition)
    throw new UnknownActivationError(
      `unknown activation '${name}'${didYouMean(
        name,
        definitions.flatMap(d => [d.name, ...d.aliases]),
      ).replace(',', ':')}`,
    )
  return definition
}

/**
 * An activation of the catalogue by name or alias, with its parameters or some of them given. Throws an UnknownActivationError, or a
 * ParameterError for a parameter that it does not have or that is out of its domain.
 *
 * @example activation('elu', { alpha: 0.5 })
 */
export function activation<const Name extends string>(
  name: Name,
  parameters: Readonly<Record<string, number>> = {},
): Activation<KindNamed<Name>> {
  const { name: own, kind, formula, parameters: domains } = definitionOf(name)
  for (const key of Object.keys(parameters)) {
    if (!domains.some(p => p.name === key)) {
      const has = domains.length ? `it has ${domains.map(p => p.name).join(', ')}` : 'it has none'
      throw new ParameterError(`${own} has no parameter '${key}': ${has}`)
    }
  }
  const values: Record<string, number> = {}
  for (const p of domains) {
    const value = Object.hasOwn(parameters, p.name) ? parameters[p.name] : p.default
    const below = p.minimum !== undefined && (p.open ? value <= p.minimum : value < p.minimum)
    const above = p.maximum !== undefined && (p.open ? value >= p.maximum : value > p.maximum)
    if (!Number.isFinite(value) || below || above)
      throw new ParameterError(`${p.name} = ${value} is out of the domain of ${own}: ${domain(p)}`)
    values[p.name] = value
  }
  return frozen({ name: own, kind, formula, parameters: values })
}

/**
 * A parameter's domain in words: `alpha > 0`.
 *
 * @example
 * domain(definitionOf('celu').parameters[0]) // 'alpha > 0'
 */
export function domain(p: Domain): string {
  const bounds = [
    ...(p.minimum === undefined ? [] : [`${p.name} ${p.open ? '>' : '>='} ${p.minimum}`]),
    ...(p.maximum === undefined ? [] : [`${p.name} ${p.open ? '<' : '<='} ${p.maximum}`]),
  ]
  return bounds.length ? bounds.join(', ') : 'any finite number'
}

const names = /^[a-z_][a-z_0-9]*$/i

/**
 * An activation from a formula of one's own, as plain data. Throws a FormulaError, or a ParameterError for a missing or unused parameter.
 *
 * @example
 * fromFormula('mine', 'a * gate * value', { a: 2 }).kind // 'gated'
 */
export function fromFormula<const Formula extends string>(
  name: string,
  formula: Formula,
  parameters: Readonly<Record<string, number>> = {},
): Activation<KindOf<Formula>> {
  if (!names.test(name)) throw new ParameterError(`'${name}' is no name: use letters, digits and _`)
  for (const [key, value] of Object.entries(parameters)) {
    if (!names.test(key)) throw new ParameterError(`'${key}' is no name: use letters, digits and _`)
    if (!Number.isFinite(value)) throw new ParameterError(`${key} = ${value}: a parameter must be a finite number`)
  }
  const expr = parse(formula)
  const used = topological([expr])
  const inputs = new Set(used.filter(e => e.op === 'input').map(e => e.name))
  const free = [...new Set(used.filter(e => e.op === 'param').map(e => e.name))]
  const missing = free.find(p => !Object.hasOwn(parameters, p))
  if (missing !== undefined) {
    const column = formula.search(new RegExp(`\\b${missing}\\b`)) + 1
    const hint = didYouMean(missing, ['x', 'gate', 'value', ...Object.keys(parameters)])
    throw new FormulaError(`${missing} has no value${hint || `: give it one, ${missing}=1, or write x for the input`}`, formula, column)
  }
  const unused = Object.keys(parameters).find(p => !free.includes(p))
  if (unused !== undefined) throw new ParameterError(`the formula of ${name} has no parameter '${unused}'`)
  if (inputs.has('x') && inputs.size > 1) throw new FormulaError('a formula takes x, or gate and value, not both', formula, 1)
  if (inputs.size === 0) throw new FormulaError('the formula has no input: write x, or gate and value', formula, 1)
  const rows = used.some(e => isReduction(e.op) || e.op === 'rowlength')
  const kind: Kind = inputs.has('x') ? (rows ? 'row' : 'pointwise') : 'gated'
  if (rows && kind === 'gated') throw new FormulaError('row functions and gates do not mix in one formula', formula, 1)
  return frozen({ name, kind, formula, parameters: { ...parameters } })
}

const expressions = new WeakMap<Activation, Expr>()

/**
 * The expression of an activation's formula.
 *
 * @example
 * print(expressionOf(activation('gelu'))) // 'x * normcdf(x)'
 */
export function expressionOf(a: Activation): Expr {
  let expr = expressions.get(a)
  if (!expr) {
    expr = parse(a.formula, { parameters: Object.keys(a.parameters) })
    expressions.set(a, expr)
  }
  return expr
}

/**
 * The names of what a call takes: x (for a row function each element of the row), or gate and value.
 *
 * @example
 * inputsOf(activation('glu')) // ['gate', 'value']
 */
export const inputsOf = (a: Activation): readonly string[] => (a.kind === 'gated' ? ['gate', 'value'] : ['x'])

/**
 * The derivative as formula text, for each input.
 *
 * @example
 * derivativeTexts(activation('gelu')) // { x: 'normcdf(x) + x * normpdf(x)' }
 */
export function derivativeTexts(a: Activation): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(a).map(name => [name, print(derivative(expressionOf(a), input(name)))]))
}
