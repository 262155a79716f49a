/** Polynomials whose coefficients lie side by side in a table: one call where Horner's rule would be many steps. The bits are the same. */
import type { Id, TableName, Tape } from '../../lower/tape.ts'

export interface TablePolynomial {
  readonly table: TableName
  /** The coefficients are those at base + from, and the next `count` - 1. */
  readonly base: Id
  readonly from: number
  readonly count: number
  readonly x: Id
}

interface Chain extends TablePolynomial {
  readonly inside: readonly Id[]
}

/** The polynomials by the step that ends each, and the steps inside them, which nothing else reads. */
export function tablePolynomials(
  { steps }: Tape,
  uses: ReadonlyMap<Id, number>,
): { readonly whole: ReadonlyMap<Id, TablePolynomial>; readonly inside: ReadonlySet<Id> } {
  const coefficient = (id: Id): Omit<TablePolynomial, 'x' | 'count'> | undefined => {
    const read = steps[id]
    const index = read.op === 'table' ? steps[read.a] : undefined
    if (read.op !== 'table' || index?.op !== 'add') return undefined
    const offset = steps[index.b]
    return offset.op === 'const' ? { table: read.name, base: index.a, from: offset.value } : undefined
  }
  const found = new Map<Id, Chain>()
  /** sum + rest x, where `rest` is the polynomial of the coefficients that follow. */
  const chain = (sum: Id, product: Id): Chain | undefined => {
    const [first, times] = [coefficient(sum), steps[product]]
    if (!first || times.op !== 'mul') return undefined
    for (const [rest, x] of [
      [times.a, times.b],
      [times.b, times.a],
    ]) {
      const last = coefficient(rest)
      const after = found.get(rest) ?? (last && { ...last, x, count: 1, inside: [] })
      const follows = after?.x === x && after.table === first.table && after.base === first.base && after.from === first.from + 1
      if (!follows || [sum, product, rest].some(id => uses.get(id) !== 1)) continue
      return { ...first, x, count: after.count + 1, inside: [...after.inside, sum, product, rest] }
    }
    return undefined
  }
  steps.forEach((step, id) => {
    const made = step.op === 'add' ? (chain(step.a, step.b) ?? chain(step.b, step.a)) : undefined
    if (made) found.set(id, made)
  })
  const longer = new Set([...found.values()].flatMap(p => p.inside))
  const whole = new Map([...found].filter(([id, p]) => !longer.has(id) && p.count > 2))
  return { whole, inside: new Set([...whole.values()].flatMap(p => p.inside)) }
}
