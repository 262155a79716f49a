// One step in time of an LSTM for many sequences: rows lie `stride` bytes apart. Gates are i | f | g | o, after their activations.
import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { across, type Width } from './width.ts'

type Piece = pieces.Piece
const { type } = opcodes
const { add, addFunction, get, int, mul, seq, set, single, upTo } = pieces
const p32 = type.i32

/** Emits `step` across `units` for each row; afterwards each base moves on by its stride. */
function overRows(
  moving: readonly (readonly [base: number, stride: number])[],
  rows: number,
  units: number,
  local: () => number,
  step: (w: Width, at: (base: number, gate?: number) => Piece) => Piece,
): Piece {
  const [row, offset, bytes] = [local(), local(), local()]
  const at = (base: number, gate = 0) => add(add(get(base), mul(get(bytes), int(gate))), get(offset))
  return seq(
    set(bytes, mul(get(units), int(4))),
    upTo(
      row,
      get(rows),
      int(1),
      across(offset, get(bytes), w => step(w, at)),
      ...moving.map(([base, stride]) => set(base, add(get(base), get(stride)))),
    ),
  )
}

/** lstmCell(gates, gateStride, previous, previousStride, cell, stride, rows, units): cell = f * previous + i * g. */
function addCell(module: ModuleBuilder): void {
  const params = { gates: p32, gateStride: p32, previous: p32, previousStride: p32, cell: p32, stride: p32, rows: p32, units: p32 }
  addFunction(module, { export: 'lstmCell', params }, (p, local) => {
    const moving = [
      [p.gates, p.gateStride],
      [p.previous, p.previousStride],
      [p.cell, p.stride],
    ] as const
    return overRows(moving, p.rows, p.units, local, (w, at) => {
      const gate = (index: number) => w.load(at(p.gates, index))
      const kept = w.of('mul', gate(1), w.load(at(p.previous)))
      return w.store(at(p.cell), w.of('add', kept, w.of('mul', gate(0), gate(2))))
    })
  })
}

/** lstmHidden(gates, gateStride, squashed, hidden, stride, rows, units): hidden = o * squashed, where squashed = tanh(cell). */
function addHidden(module: ModuleBuilder): void {
  const params = { gates: p32, gateStride: p32, squashed: p32, hidden: p32, stride: p32, rows: p32, units: p32 }
  addFunction(module, { export: 'lstmHidden', params }, (p, local) => {
    const moving = [
      [p.gates, p.gateStride],
      [p.squashed, p.stride],
      [p.hidden, p.stride],
    ] as const
    return overRows(moving, p.rows, p.units, local, (w, at) =>
      w.store(at(p.hidden), w.of('mul', w.load(at(p.gates, 3)), w.load(at(p.squashed)))),
    )
  })
}

/**
 * lstmBackward(dy, later, laterStride, carry, carryStride, carried, gates, dGates, gateStride, previous, previousStride, squashed, stride,
 * rows, units): with dh = dy + later and dc = carry + dh o (1 - squashed^2), dGates becomes the gradient before the gates' activations and
 * `carried` dc f, the gradient of the previous cell.
 */
function addBackward(module: ModuleBuilder): void {
  const gradients = { dy: p32, later: p32, laterStride: p32, carry: p32, carryStride: p32, carried: p32 }
  const kept = { gates: p32, dGates: p32, gateStride: p32, previous: p32, previousStride: p32, squashed: p32, stride: p32 }
  addFunction(module, { export: 'lstmBackward', params: { ...gradients, ...kept, rows: p32, units: p32 } }, (p, local) => {
    const moving = [
      [p.dy, p.stride],
      [p.later, p.laterStride],
      [p.carry, p.carryStride],
      [p.carried, p.stride],
      [p.gates, p.gateStride],
      [p.dGates, p.gateStride],
      [p.previous, p.previousStride],
      [p.squashed, p.stride],
    ] as const
    const hiddenOf = { 4: local(type.f32), 16: local(type.v128) } as Readonly<Record<number, number>>
    const cellOf = { 4: local(type.f32), 16: local(type.v128) } as Readonly<Record<number, number>>
    return overRows(moving, p.rows, p.units, local, (w, at) => {
      const times = (a: Piece, b: Piece) => w.of('mul', a, b)
      const gate = (index: number) => w.load(at(p.gates, index))
      const without = (value: Piece) => w.of('sub', w.spread(single(1)), value)
      const squashed = w.load(at(p.squashed))
      const [hidden, cell] = [hiddenOf[w.bytes], cellOf[w.bytes]]
      /** The slopes of sigmoid and tanh from their values. */
      const ofSigmoid = (index: number) => times(gate(index), without(gate(index)))
      const ofTanh = (value: Piece) => without(times(value, value))
      const store = (index: number, value: Piece) => w.store(at(p.dGates, index), value)
      return seq(
        set(hidden, w.of('add', w.load(at(p.dy)), w.load(at(p.later)))),
        set(cell, w.of('add', w.load(at(p.carry)), times(times(get(hidden), gate(3)), ofTanh(squashed)))),
        store(0, times(times(get(cell), gate(2)), ofSigmoid(0))),
        store(1, times(times(get(cell), w.load(at(p.previous))), ofSigmoid(1))),
        store(2, times(times(get(cell), gate(0)), ofTanh(gate(2)))),
        store(3, times(times(get(hidden), squashed), ofSigmoid(3))),
        w.store(at(p.carried), times(get(cell), gate(1))),
      )
    })
  })
}

export function addLstm(module: ModuleBuilder): void {
  addCell(module)
  addHidden(module)
  addBackward(module)
}
