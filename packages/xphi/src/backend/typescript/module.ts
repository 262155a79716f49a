/** The source of a built-in scalar: its value and derivative as generated functions, its data, and nothing else. */
import { type Activation, expressionOf, inputsOf } from '../../activation/activation.ts'
import { functionOf } from './define.ts'
import { endsOf } from './scalar.ts'
import { slopeOf } from '../../differentiate/index.ts'
import { type Expr, input } from '../../ir/index.ts'
import { lower } from '../../lower/lower.ts'
import type { Tape } from '../../lower/tape.ts'
import { printTape } from './print.ts'

const homes: Readonly<Record<string, string>> = {
  productError: 'doubledouble',
  sumError: 'doubledouble',
  copysign: 'machine',
  exponent: 'machine',
  ldexp: 'machine',
  nearest: 'machine',
  pow2: 'machine',
  exp2Table: 'tables',
  millsTable: 'tables',
  turnsTable: 'tables',
  horner: 'horner',
  extend: 'extend',
  isFar: 'extend',
}

/** The TypeScript module of an activation, as src/scalar/NAME.ts. */
export function scalarModule(a: Activation): string {
  const needs = new Set<string>()
  const names = inputsOf(a)
  const root = expressionOf(a)
  if (a.kind === 'row') return rowModule(a)
  const functions = [
    print('evaluate', root, a, needs),
    ...names.map(n => print(names.length > 1 ? `slopeOf${n === 'gate' ? 'Gate' : 'Value'}` : 'slope', slopeOf(root, input(n)), a, needs)),
  ]
  const type = a.kind === 'gated' ? 'GatedScalar' : 'PointwiseScalar'
  const parameters = signature(a)
  const given = [...names, ...Object.keys(a.parameters)].join(', ')
  const slope = a.kind === 'gated' ? `(${parameters}) => ({ gate: slopeOfGate(${given}), value: slopeOfValue(${given}) })` : 'slope'
  const imports = [...new Set([...needs].map(n => homes[n]))].sort()
  return [
    head(a),
    ...imports.map(
      home =>
        `import { ${[...needs]
          .filter(n => homes[n] === home)
          .sort()
          .join(', ')} } from '../number/${home}.ts'`,
    ),
    `import { carry, type ${type} } from '../activation/functions.ts'`,
    '',
    ...functions,
    doc(a),
    `export const ${a.name}: ${type} = /*@__PURE__*/ carry((${parameters}) => evaluate(${given}), { ${data(a)}, derivative: ${slope} })`,
    '',
  ].join('\n')
}

function rowModule(a: Activation): string {
  return [
    head(a),
    "import { rowwise } from '../backend/typescript/rowwise.ts'",
    "import type { RowFunction } from '../activation/functions.ts'",
    '',
    doc(a),
    `export const ${a.name}: RowFunction = /*@__PURE__*/ rowwise({ ${data(a)} })`,
    '',
  ].join('\n')
}

const head = (a: Activation): string => `// Generated from the formula \`${a.formula}\` by \`npm run generate\`. Do not edit.`
/** The docstring: what it is, and an example with the results of the formula itself. */
function doc(a: Activation): string {
  const f = functionOf(a)
  const arguments_ = { pointwise: '0.5', gated: '0.5, 2', row: 'Float64Array.of(1, 2)' }[a.kind]
  const given = a.kind === 'row' ? [Float64Array.of(1, 2)] : a.kind === 'gated' ? [0.5, 2] : [0.5]
  const call = f as (...values: readonly unknown[]) => unknown
  const slope = f.derivative as (...values: readonly unknown[]) => unknown
  const dy = a.kind === 'row' ? 'Float64Array.of(1, 0)' : undefined
  return [
    '/**',
    ` * ${a.name} = \`${a.formula}\`, in doubles. History, sources and limits: the catalogue's entry.`,
    ' *',
    ' * @example',
    ` * ${a.name}(${arguments_}) // ${shown(call(...given))}`,
    ` * ${a.name}.derivative(${[arguments_, ...(dy ? [dy] : [])].join(', ')}) // ${shown(slope(...given, ...(dy ? [Float64Array.of(1, 0)] : [])))}`,
    ' */',
  ].join('\n')
}

const shown = (value: unknown): string =>
  value instanceof Float64Array
    ? `[${[...value].join(', ')}]`
    : typeof value === 'number'
      ? String(value)
      : `{ ${Object.entries(value as Record<string, number>)
          .map(([k, v]) => `${k}: ${v}`)
          .join(', ')} }`

const data = (a: Activation): string =>
  `name: '${a.name}', kind: '${a.kind}', formula: '${a.formula}', parameters: { ${Object.entries(a.parameters)
    .map(([k, v]) => `${k}: ${v}`)
    .join(', ')} }`

const signature = (a: Activation): string =>
  [...inputsOf(a).map(n => `${n}: number`), ...Object.entries(a.parameters).map(([k, v]) => `${k} = ${v}`)].join(', ')

/** True for tapes that IEEE arithmetic itself takes to the right limits: comparisons and single products and sums. */
const plainTape = (tape: Tape): boolean =>
  !tape.steps.some(s => ['div', 'sqrt', 'table', 'pow2', 'ldexp', 'producterror', 'sumerror', 'floor', 'nearest'].includes(s.op))

function print(name: string, e: Expr, a: Activation, needs: Set<string>): string {
  const inputs = inputsOf(a)
  const tape = lower([e], 'precise').phases[0].tape
  const printed = printTape(tape, new Set([...inputs, ...Object.keys(a.parameters)]))
  for (const n of printed.needs) needs.add(n)
  const ends = endsOf(e, inputs, a.parameters)
  const guards = [`if (${inputs.map(n => `${n} !== ${n}`).join(' || ')}) return NaN`]
  if (ends.keepsZero && !tape.steps.every(s => s.op === 'input')) guards.push(`if (${inputs[0]} === 0) return ${inputs[0]}`)
  if (!plainTape(tape)) {
    for (const n of inputs) {
      const far = ends.far.includes(n)
      if (!far && !ends.infinite.includes(n)) continue
      needs.add('extend')
      if (far) needs.add('isFar')
      const given = [...inputs.map(i => (i === n ? 'v' : i)), ...Object.keys(a.parameters)].join(', ')
      guards.push(`if (${far ? `isFar(${n})` : `${n} - ${n} !== 0`}) return extend(v => ${name}(${given}), ${n})`)
    }
  }
  const lines = [...guards, ...printed.body.split('\n')].map(l => `  ${l}`)
  return `function ${name}(${signature(a)}): number {\n${lines.join('\n')}\n}\n`
}
