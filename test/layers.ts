/** Which file may import which: folders in an order, packages in an order, and no cycles. Reads texts, so that tests can plant a fault. */
import { dirname, join, normalize } from 'node:path/posix'

/** Paths below packages/ and their texts, such as `xphi/src/ir/ops.ts`. */
export type Tree = ReadonlyMap<string, string>

export interface Package {
  /** What it is imported by. */
  readonly name: string
  /** The other packages that it may import. */
  readonly uses: readonly string[]
  /** True for a module of Node or of others that it may import. */
  readonly foreign: (name: string) => boolean
}

export interface Layers {
  /** By folder below packages/. */
  readonly packages: Readonly<Record<string, Package>>
  /** Folders below xphi/src, from the ground up; files beside them stand above all. */
  readonly folders: readonly string[]
  /** Folders that import nothing but themselves. */
  readonly alone: readonly string[]
}

const statement = /^(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** What a file imports, types included: they are knowledge too. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(statement)].map(([, from, effect, dynamic]) => from ?? effect ?? dynamic)
}

const targetOf = (path: string, from: string): string | undefined =>
  from.startsWith('.') ? normalize(join(dirname(path), from)) : undefined

/** Every fault as `who imports whom: why`; none in a sound tree. */
export function faults(tree: Tree, layers: Layers): string[] {
  return [...[...tree].flatMap(([path, text]) => importsOf(text).flatMap(from => fault(path, from, tree, layers))), ...cycles(tree)]
}

function fault(path: string, from: string, tree: Tree, layers: Layers): string[] {
  const because = (why: string): string[] => [`${path} imports ${from}: ${why}`]
  const home = path.split('/')[0]
  const { uses, foreign } = layers.packages[home]
  const target = targetOf(path, from)
  if (target === undefined) {
    const known = Object.entries(layers.packages).find(([, { name }]) => from === name || from.startsWith(`${name}/`))
    if (known) return uses.includes(known[0]) ? [] : because(`${home} may use ${uses.join(', ') || 'no other package'}`)
    return foreign(from) ? [] : because(`${home} has no such dependency`)
  }
  if (!tree.has(target)) return because('there is no such file')
  if (!target.startsWith(`${home}/`)) return because('a package is imported by its name')
  return home === 'xphi' ? upward(path, target, layers).flatMap(because) : []
}

const folderOf = (path: string): string => /^xphi\/src\/([^/]+)\//.exec(path)?.[1] ?? ''

function upward(path: string, target: string, { folders, alone }: Layers): string[] {
  const [mine, other] = [folderOf(path), folderOf(target)]
  const rank = (folder: string): number => (folder === '' ? folders.length : folders.indexOf(folder))
  for (const folder of [mine, other]) if (rank(folder) < 0) return [`${folder} has no place in the order of the layers`]
  if (mine !== other && alone.includes(mine)) return [`${mine} imports nothing from outside`]
  return rank(other) > rank(mine) ? [`${other || 'the top'} stands above ${mine}`] : []
}

/** One line for each way back: a depth-first search that meets a file which it has not left. */
function cycles(tree: Tree): string[] {
  const left = new Set<string>()
  const entered: string[] = []
  const found: string[] = []
  const visit = (path: string): void => {
    if (left.has(path)) return
    const at = entered.indexOf(path)
    if (at >= 0) {
      found.push(`a cycle: ${[...entered.slice(at), path].join(' -> ')}`)
      return
    }
    entered.push(path)
    for (const from of importsOf(tree.get(path)!)) {
      const target = targetOf(path, from)
      if (target !== undefined && tree.has(target)) visit(target)
    }
    entered.pop()
    left.add(path)
  }
  for (const path of tree.keys()) visit(path)
  return found
}
