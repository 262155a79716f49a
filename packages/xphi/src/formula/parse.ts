/** Text to expression: recursive descent, with errors that point at the column and suggest. */
import type { Definition } from '../catalogue/entry.ts'
import { definitions, findDefinition } from '../catalogue/find.ts'
import * as ir from '../ir/index.ts'
import type { Expr, Op } from '../ir/index.ts'
import { FormulaError } from './error.ts'
import { didYouMean } from './suggest.ts'
import { maximumLength, type Token, tokenize } from './tokens.ts'

export interface ParseOptions {
  /** Names that may stand as parameters. Without it, every unknown name is one. */
  readonly parameters?: readonly string[]
}

const inputNames = ['x', 'gate', 'value']
const reserved = new Set([...inputNames, 'pi', 'e'])
const maximumDepth = 200
const euler = /*@__PURE__*/ ir.build('exp', [ir.one])

/** Formula sugar: functions that are short for an expression. */
const sugar: Readonly<Record<string, { readonly arity: number; readonly make: (a: Expr, b: Expr) => Expr }>> = {
  step: { arity: 1, make: a => ir.select(ir.lt(ir.zero, a), ir.one, ir.zero) },
  sign: { arity: 1, make: a => ir.select(ir.lt(ir.zero, a), ir.one, ir.select(ir.lt(a, ir.zero), ir.integer(-1), ir.zero)) },
  rowmean: { arity: 1, make: a => ir.div(ir.build('rowsum', [a]), ir.rowLength()) },
}

const callable = (Object.keys(ir.ops) as Op[]).filter(op => ir.specOf(op).callable)
const callableNames: ReadonlySet<string> = new Set([...callable, ...Object.keys(sugar), ...definitions.map(d => d.name)])
/**
 * Every name that can be called in a formula, once.
 *
 * @example
 * functionNames().includes('gelu') // true
 */
export const functionNames = (): string[] => [...callableNames]

/**
 * Parses a formula such as `x * normcdf(x)` or `swish(gate, beta) * value`.
 * Throws a FormulaError that holds the column (from 1) and, for a name that is nearly right, the right one.
 *
 * @example
 * parse('x * (2 / 4)') === parse('0.5 * x') // false
 * parse('(x)**(1+1)') === parse('x ^ 2') // true
 */
export function parse(text: string, options: ParseOptions = {}): Expr {
  const tokens = tokenize(text)
  let at = 0
  let depth = 0
  const peek = (): Token => tokens[at]
  const fail = (reason: string, token: Token = peek()): never => {
    throw new FormulaError(reason, text, token.column)
  }
  const accept = (symbol: string): boolean => peek().kind === 'symbol' && peek().text === symbol && ++at > 0
  const found = (token: Token): string => (token.kind === 'end' ? 'the end' : `'${token.text}'`)
  const expect = (symbol: string): void => {
    if (!accept(symbol)) fail(`expected '${symbol}', found ${found(peek())}`)
  }
  const nested = <T>(inner: () => T): T => {
    if (++depth > maximumDepth) fail(`nested deeper than ${maximumDepth} levels`)
    const result = inner()
    depth--
    return result
  }

  const isNumber = (e: Expr, token: Token): Expr =>
    ir.specOf(e.op).result === 'number' ? e : fail('expected a number, found a comparison', token)
  const numeric = (inner: () => Expr): Expr => {
    const start = peek()
    return isNumber(inner(), start)
  }

  function ternary(): Expr {
    const start = peek()
    const condition = comparison()
    if (!accept('?')) return condition
    if (ir.specOf(condition.op).result !== 'truth') fail('expected a comparison before ?', start)
    const then = nested(() => numeric(ternary))
    expect(':')
    const otherwise = nested(() => numeric(ternary))
    return ir.select(condition, then, otherwise)
  }

  function comparison(): Expr {
    const start = peek()
    const left = sum()
    const token = peek()
    if (token.kind !== 'symbol' || !['<', '<=', '>', '>=', '==', '!='].includes(token.text)) return left
    const a = isNumber(left, start)
    const b = (): Expr => numeric(sum)
    at++
    switch (token.text) {
      case '<':
        return ir.lt(a, b())
      case '<=':
        return ir.le(a, b())
      case '>':
        return ir.lt(b(), a)
      case '>=':
        return ir.le(b(), a)
      case '==':
        return ir.eq(a, b())
      default:
        return fail("'!=' is not supported: exchange the branches and use ==", token)
    }
  }

  function sum(): Expr {
    const start = peek()
    let left = product()
    for (;;) {
      const plus = accept('+')
      if (!plus && !accept('-')) return left
      const right = numeric(product)
      left = plus ? ir.add(isNumber(left, start), right) : ir.sub(isNumber(left, start), right)
    }
  }

  function product(): Expr {
    const start = peek()
    let left = signed()
    for (;;) {
      const times = accept('*')
      if (!times && !accept('/')) return left
      const token = peek()
      const right = isNumber(signed(), token)
      if (!times && ir.isConst(right, 0)) fail('division by zero', token)
      left = times ? ir.mul(isNumber(left, start), right) : ir.div(isNumber(left, start), right)
    }
  }

  function signed(): Expr {
    if (accept('-')) return nested(() => ir.neg(numeric(signed)))
    if (accept('+')) return nested(() => numeric(signed))
    return power()
  }

  function power(): Expr {
    const start = peek()
    const base = primary()
    if (!accept('^')) return base
    const token = peek()
    const exponent = nested(() => numeric(signed))
    isNumber(base, start)
    if (exponent.op === 'const' && exponent.denominator === 1n) {
      const n = Number(exponent.numerator)
      if (Math.abs(n) > ir.maximumPower) fail(`an integer power of ${n} is over the limit of ${ir.maximumPower}`, token)
      return ir.pow(base, n)
    }
    if (exponent === ir.rational(1n, 2n)) return ir.build('sqrt', [base])
    if (base === euler) return ir.build('exp', [exponent])
    return ir.build('exp', [ir.mul(exponent, ir.build('log', [base]))])
  }

  function primary(): Expr {
    const token = peek()
    if (token.kind === 'number') {
      at++
      return decimal(token.text) ?? fail(`the number ${token.text} is out of range`, token)
    }
    if (accept('(')) {
      const inner = nested(ternary)
      expect(')')
      return inner
    }
    if (token.kind !== 'name') fail(`expected a number, a name or '(', found ${found(token)}`)
    at++
    return accept('(') ? call(token) : name(token)
  }

  function name(token: Token): Expr {
    if (token.text === 'pi') return ir.pi()
    if (token.text === 'e') return euler
    if (inputNames.includes(token.text)) return ir.input(token.text)
    if (callableNames.has(token.text)) fail(`${token.text} is a function: write ${token.text}(...)`, token)
    if (options.parameters && !options.parameters.includes(token.text)) {
      fail(`unknown name ${token.text}${didYouMean(token.text, [...reserved, ...options.parameters])}`, token)
    }
    return ir.param(token.text)
  }

  function call(token: Token): Expr {
    const args: Expr[] = []
    if (!accept(')')) {
      do {
        args.push(nested(() => numeric(ternary)))
      } while (accept(','))
      expect(')')
    }
    const takes = (least: number, most = least): void => {
      if (args.length >= least && args.length <= most) return
      const wanted = least === most ? `${least}` : `${least} to ${most}`
      fail(`${token.text} takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${args.length}`, token)
    }
    const op = callable.find(o => o === token.text)
    if (op) {
      takes(ir.specOf(op).args.length)
      return ir.build(op, args)
    }
    if (Object.hasOwn(sugar, token.text)) {
      takes(sugar[token.text].arity)
      return sugar[token.text].make(args[0], args[1])
    }
    const definition = findDefinition(token.text)
    if (!definition) return fail(`unknown function ${token.text}${didYouMean(token.text, functionNames())}`, token)
    const inputs = definition.kind === 'gated' ? ['gate', 'value'] : ['x']
    takes(inputs.length, inputs.length + definition.parameters.length)
    return substitute(definition, inputs, args)
  }

  const start = peek()
  const result = ternary()
  if (peek().kind !== 'end') fail(`expected an operator, found ${found(peek())}`)
  return ir.verify(isNumber(result, start))
}

function substitute(definition: Definition, inputs: readonly string[], args: readonly Expr[]): Expr {
  const replace = new Map<string, Expr>()
  inputs.forEach((n, i) => void replace.set(n, args[i]))
  definition.parameters.forEach((p, i) => void replace.set(p.name, args[inputs.length + i] ?? number(p.default)))
  return ir.transform(parseDefinition(definition), node =>
    node.op === 'input' || node.op === 'param' ? (replace.get(node.name) ?? node) : node,
  )
}

const parsed = new Map<string, Expr>()
/** The formula of the catalogue, parsed once. */
export function parseDefinition(definition: Definition): Expr {
  let expr = parsed.get(definition.formula)
  if (!expr) {
    expr = parse(definition.formula, { parameters: definition.parameters.map(p => p.name) })
    parsed.set(definition.formula, expr)
  }
  return expr
}

/** The exact rational that a decimal text denotes; undefined where it is no decimal or beyond what constants may grow to. */
export function decimal(text: string): Expr | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match || match[2] + match[3] === '') return undefined
  const exponent = Number(match[4] ?? 0) - match[3].length
  if (Math.abs(exponent) > 2 * maximumLength) return undefined
  const digits = BigInt(match[1] + match[2] + match[3])
  const scale = 10n ** BigInt(Math.abs(exponent))
  return exponent >= 0 ? ir.bounded(digits * scale) : ir.bounded(digits, scale)
}

/** A double as the exact decimal that its shortest text denotes: 0.01 is 1/100, as the user who wrote it meant. */
export const number = (value: number): Expr => decimal(String(value)) ?? ir.zero
