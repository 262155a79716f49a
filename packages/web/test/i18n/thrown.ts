/** The texts of the errors that a file throws, read from its source. */
import { parseAst } from 'vite'

/** As much of a syntax tree as is looked at. */
interface Node {
  readonly type: string
  readonly name?: string
  readonly id?: Node
  readonly init?: Node | null
  readonly callee?: Node
  readonly arguments?: readonly Node[]
  readonly value?: unknown
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  readonly expressions?: readonly Node[]
  readonly consequent?: Node
  readonly alternate?: Node
  readonly operator?: string
  readonly right?: Node
}

function* nodesOf(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return
  if ('type' in tree) yield tree as Node
  for (const part of Object.values(tree)) yield* nodesOf(part)
}

/** The first argument of `new SomeError(...)` and of `fail(...)`, each with `given` in place of what is not written there; every branch of a choice is another text. */
export function thrownBy(source: string, given = '7'): readonly string[] {
  const all = [...nodesOf(parseAst(source, { lang: 'ts' }))]
  const constants = new Map(all.flatMap(n => (n.type === 'VariableDeclarator' && n.id?.name && n.init ? [[n.id.name, n.init]] : [])))
  const written = (node: Node): readonly string[] => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
    if (node.type === 'ConditionalExpression') return [...written(node.consequent!), ...written(node.alternate!)]
    if (node.type === 'LogicalExpression' && node.operator === '||') return ['', ...written(node.right!)]
    if (node.type === 'TemplateLiteral') {
      return node.expressions!.reduce<readonly string[]>(
        (texts, expression, i) => {
          const parts = written(expression)
          return texts.flatMap(text => parts.map(part => text + part + node.quasis![i + 1].value.cooked))
        },
        [node.quasis![0].value.cooked],
      )
    }
    // A suggestion, or none.
    if ([...nodesOf(node)].some(n => n.type === 'CallExpression' && n.callee?.name === 'didYouMean')) return ['']
    const constant = node.type === 'Identifier' ? constants.get(node.name!) : undefined
    return constant?.type === 'TemplateLiteral' || constant?.type.endsWith('alExpression') ? written(constant) : [given]
  }
  return all
    .filter(({ type, callee }) =>
      (type === 'NewExpression' ? /Error$/ : type === 'CallExpression' ? /^fail$/ : /^$/).test(callee?.name ?? '-'),
    )
    .flatMap(node => written(node.arguments![0]))
    .filter(text => text !== given)
}
