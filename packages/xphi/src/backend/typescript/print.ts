/** A tape as TypeScript: the body of a function of doubles, single uses written in place. */
import { type BinaryStep, type Id, operands, type Step, type Tape, type UnaryStep, written } from '../../lower/tape.ts'
import { rareBranches } from '../../lower/rare.ts'
import { tablePolynomials } from './polynomials.ts'

export interface Printed {
  /** Statements up to and including `return`. */
  readonly body: string
  /** Names that the body needs from number/. */
  readonly needs: ReadonlySet<string>
}

const infix: Readonly<Partial<Record<BinaryStep, string>>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  eq: '===',
  and: '&&',
  or: '||',
}
const functions: Readonly<Partial<Record<BinaryStep | UnaryStep, string>>> = {
  producterror: 'productError',
  sumerror: 'sumError',
  copysign: 'copysign',
  ldexp: 'ldexp',
  nearest: 'nearest',
  pow2: 'pow2',
  exponent: 'exponent',
  abs: 'Math.abs',
  sqrt: 'Math.sqrt',
  floor: 'Math.floor',
}
const tables = { exp2: 'exp2Table', mills: 'millsTable', turns: 'turnsTable' } as const

/** `taken`: names that the surrounding function has. */
export function printTape(tape: Tape, taken: ReadonlySet<string>): Printed {
  const uses = new Map<number, number>()
  const twice = (s: Step): boolean => s.op === 'min' || s.op === 'max'
  for (const step of tape.steps) {
    for (const id of operands(step)) uses.set(id, (uses.get(id) ?? 0) + (twice(step) ? 2 : 1))
  }
  for (const id of tape.outputs) uses.set(id, (uses.get(id) ?? 0) + 1)
  const needs = new Set<string>()
  let lines: string[] = []
  const text: string[] = []
  const fresh = names(taken)
  const { whole, inside } = tablePolynomials(tape, uses)
  const rare = rareBlocks(tape)
  const write = (id: Id): void => {
    const step = tape.steps[id]
    if (inside.has(id)) return
    const p = whole.get(id)
    if (p) needs.add('horner').add(tables[p.table])
    const inline = p ? `horner(${p.table}, ${text[p.base]} + ${p.from}, ${p.count}, ${bare(text[p.x])})` : stepText(step, text, needs)
    const leaf = step.op === 'const' || !('a' in step)
    if (leaf || (uses.get(id) === 1 && inline.length < 60)) {
      text[id] = inline
      return
    }
    text[id] = fresh()
    lines.push(`const ${text[id]} = ${bare(inline)}`)
  }
  /** What is seldom needed, computed where it is. */
  const writeBlock = (condition: Id, { steps, results }: RareBlock): void => {
    const outer = lines
    lines = []
    steps.forEach(write)
    const set = results.map(id => {
      const name = fresh()
      lines.push(`${name} = ${bare(text[id])}`)
      text[id] = name
      return `${name} = 0`
    })
    outer.push(`let ${set.join(', ')}`, `if (${bare(text[condition])}) {`, ...lines.map(l => `  ${l}`), '}')
    lines = outer
  }
  const written = new Set<Id>()
  for (const id of deepestFirst(tape, inside, rare)) {
    const step = tape.steps[id]
    const block = step.op === 'select' ? rare.get(step.a) : undefined
    if (step.op === 'select' && block && !written.has(step.a)) {
      written.add(step.a)
      writeBlock(step.a, block)
    }
    write(id)
  }
  const results = tape.outputs.map(id => bare(text[id]))
  lines.push(`return ${results.length === 1 ? results[0] : `[${results.join(', ')}]`}`)
  const used = [...needs].filter(n => n.endsWith('Table'))
  const head = used.map(n => `const ${n.replace('Table', '')} = ${n}()`)
  return { body: [...head, ...lines].join('\n'), needs }
}

/** The steps that only rare selections need, and those among them that the selections take. */
interface RareBlock {
  readonly steps: readonly Id[]
  readonly results: readonly Id[]
}

/** The blocks by their conditions. */
function rareBlocks(tape: Tape): ReadonlyMap<Id, RareBlock> {
  const blocks = new Map<Id, RareBlock>()
  for (const [at, steps] of rareBranches(tape)) {
    const select = tape.steps[at]
    if (select.op !== 'select' || steps.length === 0) continue
    const within = new Set(steps)
    const taken = tape.steps.flatMap(s => (s.op === 'select' && s.rare && s.a === select.a && within.has(s.b) ? [s.b] : []))
    blocks.set(select.a, { steps, results: [...new Set(taken)] })
  }
  return blocks
}

/**
 * The steps, each after its arguments, the deepest argument first: so the functions of one module, which share their cores, begin alike, and
 * a minifier gives what is alike the same names, which compresses to little.
 */
function deepestFirst({ steps, outputs }: Tape, inside: ReadonlySet<Id>, rare: ReadonlyMap<Id, RareBlock>): readonly Id[] {
  const inBlock = new Set([...rare.values()].flatMap(b => b.steps))
  /** Of a rare selection also what its whole block reads. */
  const argumentsOf = (step: Step): readonly Id[] => {
    const block = step.op === 'select' && step.rare ? rare.get(step.a) : undefined
    const all = block ? [...operands(step), ...block.steps.flatMap(id => operands(steps[id]))] : operands(step)
    return all.filter(id => !inBlock.has(id))
  }
  const depth: number[] = []
  for (const [id, step] of steps.entries()) depth.push((inside.has(id) ? 0 : 1) + Math.max(0, ...argumentsOf(step).map(a => depth[a])))
  const order = new Set<Id>()
  const waiting = [...outputs].reverse()
  while (waiting.length > 0) {
    const id = waiting[waiting.length - 1]
    const missing = argumentsOf(steps[id]).filter(a => !order.has(a))
    if (missing.length === 0) order.add(waiting.pop()!)
    else waiting.push(...missing.sort((a, b) => depth[a] - depth[b]))
  }
  return [...order]
}

function stepText(step: Step, text: readonly string[], needs: Set<string>): string {
  if (step.op === 'const') return literal(step.value)
  if (!('a' in step)) return step.name
  const a = text[step.a]
  if (step.op === 'table') {
    needs.add(tables[step.name])
    return `${step.name}[${bare(a)}]`
  }
  if (step.op === 'select') return `(${a} ? ${text[step.b]} : ${text[step.c]})`
  if (step.op === 'neg') return `(-${a})`
  if ('b' in step) {
    const b = text[step.b]
    if (step.op === 'min') return `(${b} < ${a} ? ${b} : ${a})`
    if (step.op === 'max') return `(${a} < ${b} ? ${b} : ${a})`
    if (infix[step.op]) return `(${a} ${infix[step.op]} ${b})`
    return call(step.op, [a, b], needs)
  }
  return call(step.op as UnaryStep, [a], needs)
}

function call(op: BinaryStep | UnaryStep, args: readonly string[], needs: Set<string>): string {
  const name = functions[op]
  if (!name) throw new Error(`no TypeScript for ${op}`)
  if (!name.startsWith('Math.')) needs.add(name)
  return `${name}(${args.map(bare).join(', ')})`
}

const literal = (value: number): string => {
  const plain = written(value)
  return plain.startsWith('-') ? `(${plain})` : plain
}

/** Without the parentheses that enclose the whole. */
function bare(text: string): string {
  if (!text.startsWith('(')) return text
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0 && i < text.length - 1) return text
  }
  return text.slice(1, -1)
}

/** a, b, ..., z, a1, ...: short names that no input or parameter has. */
function names(taken: ReadonlySet<string>): () => string {
  let n = 0
  const next = (): string => {
    const round = Math.floor(n / 26)
    const name = String.fromCharCode(97 + (n++ % 26)) + (round || '')
    return taken.has(name) ? next() : name
  }
  return next
}
