import { expect } from 'vitest'
import { type Activation, inputsOf } from '../../src/activation/activation.ts'
import type { GatedScalar, PointwiseScalar, RowFunction } from '../../src/activation/functions.ts'
import { functionOf } from '../../src/backend/typescript/define.ts'
import { compile } from '../../src/backend/wasm/compile.ts'
import type { Mode } from '../../src/backend/wasm/kernel.ts'
import { findEntry } from '../../src/catalogue/index.ts'
import * as builtins from '../../src/scalar/index.ts'
import { type Backend, conformance, type Loaded } from '../conformance.ts'

type Scalar = PointwiseScalar | GatedScalar | RowFunction

const known = new Map<string, Scalar>(Object.entries(builtins))

/** A scalar as the suite calls it, element by element; parameters by position. */
function scalar(f: Scalar, a: Activation): Loaded {
  const p = Object.values(a.parameters)
  if (a.kind === 'row') {
    const row = f as RowFunction
    return { map: ([x]) => row(x), backward: ([x], dy) => [row.derivative(x, dy)] }
  }
  if (a.kind === 'gated') {
    const pair = f as GatedScalar
    return {
      map: ([gate, value]) => gate.map((g, i) => pair(g, value[i], ...p)),
      backward: ([gate, value]) => {
        const both = Array.from(gate, (g, i) => pair.derivative(g, value[i], ...p))
        return [Float64Array.from(both, d => d.gate), Float64Array.from(both, d => d.value)]
      },
    }
  }
  const single = f as PointwiseScalar
  return { map: ([x]) => x.map(v => single(v, ...p)), backward: ([x]) => [x.map(v => single.derivative(v, ...p))] }
}

const generated: Backend = {
  format: 'f64',
  load: async a => (findEntry(a.name)?.formula === a.formula ? scalar(known.get(a.name)!, a) : undefined),
}
const interpreted: Backend = { format: 'f64', load: async a => scalar(functionOf(a), a) }

const kernels = (format: 'f32' | 'f64', mode: Mode = 'exact'): Backend => ({
  format,
  load: async a => {
    const narrow = (column: Float64Array) => (format === 'f32' ? Float32Array.from(column) : column.slice())
    if (inputsOf(a).length > 1) {
      const kernel = await compile(a as Activation<'gated'>, { mode })
      return {
        map: ([gate, value]) => Float64Array.from(kernel.map(narrow(gate), narrow(value))),
        backward: ([gate, value], dy) => {
          const d = kernel.backward(narrow(gate), narrow(value), narrow(dy))
          return [Float64Array.from(d.gate), Float64Array.from(d.value)]
        },
      }
    }
    const kernel = await compile(a as Activation<'pointwise' | 'row'>, { mode })
    expect(kernel.activation.name).toBe(a.name)
    return {
      map: ([x], length) => Float64Array.from(kernel.map(narrow(x), undefined, { length })),
      backward: ([x], dy, length) => [Float64Array.from(kernel.backward(narrow(x), narrow(dy), undefined, { length }))],
    }
  },
})

conformance('generated TypeScript scalars', generated, { bound: 1 })
conformance('interpreted scalars', interpreted, { bound: 1 })
conformance('WebAssembly kernels on f64', kernels('f64'), { bound: 1 })
conformance('WebAssembly kernels on f32', kernels('f32'), { bound: 0.51 })
conformance('fast WebAssembly kernels', kernels('f32', 'fast'), { bound: 4 })
