// Long short-term memory (Hochreiter and Schmidhuber 1997; the forget gate is that of Gers and others 2000), trained through time over the
// whole sequence. A step in time is computed for all whole sequences at once: their rows lie one sequence apart.
import { activation } from 'xphi/formula'
import { secondMoment } from '../gain.ts'
import { loadActivation } from './kernel.ts'
import { projection } from './linear.ts'
import { type Context, eachSequence, inside, type Operation, parameter, rowOf, signal } from './operation.ts'

/** Calls `visit` for groups of sequences that share the span [from, to): the rest of one, whole ones, the beginning of one. */
function eachGroup(
  sequence: number,
  first: number,
  rows: number,
  visit: (start: number, count: number, from: number, to: number) => void,
): void {
  const whole = first % sequence === 0 ? Math.floor(rows / sequence) : 0
  if (whole > 0) visit(first, whole, 0, sequence)
  const done = whole * sequence
  eachSequence(sequence, first + done, rows - done, (start, from, to) => visit(start, 1, from, to))
}

/** Gates are packed i | f | g | o as in PyTorch, with one bias. */
export async function buildLstm(context: Context, units: number, biased: boolean): Promise<Operation> {
  const { arena, batch, fma, kernels, mode, scratch, sequence, work } = context
  const gates = projection(inside(context, 'input'), 4 * units, units, biased)
  const recurrent = parameter(context, 'recurrent.weight', [4 * units, units], context.weightsOf(units, units, 1))
  const [output, cell, squashed] = [signal(context, units), signal(context, units), signal(context, units)]
  const zeros = arena.floats(units)
  const dGates = scratch.floats('lstm gates', 4 * batch * units)
  const [later, carry] = ['lstm later', 'lstm carry'].map(name => scratch.floats(name, batch * units))
  const [sigmoid, tanh] = await Promise.all(
    ['sigmoid', 'tanh'].map(name => loadActivation(arena, { activation: activation(name), job: 'map', mode, fma })),
  )
  const line = 4 * units
  // From a sequence's row to the same row of the next one.
  const stride = line * sequence
  const gateStride = 4 * stride
  const open = context.needsMoments ? secondMoment(activation('sigmoid')) : Number.NaN
  const written = context.needsMoments ? secondMoment(activation('tanh')) : Number.NaN

  const remember = (start: number, count: number, from: number, to: number): void => {
    for (let row = start + from; row < start + to; row++) {
      const begins = row === start
      const gate = rowOf(gates.output, row)
      const before = rowOf(output, row - 1)
      if (!begins) kernels.gemm(before, stride, 4, recurrent.value, 4, line, gate, gateStride, count, 4 * units, units, 1, work)
      sigmoid(count, 2 * units, gate, gateStride, gate, gateStride)
      tanh(count, units, gate + 2 * line, gateStride, gate + 2 * line, gateStride)
      sigmoid(count, units, gate + 3 * line, gateStride, gate + 3 * line, gateStride)
      const previous = begins ? [zeros, 0] : [rowOf(cell, row - 1), stride]
      kernels.lstmCell(gate, gateStride, ...previous, rowOf(cell, row), stride, count, units)
      tanh(count, units, rowOf(cell, row), stride, rowOf(squashed, row), stride)
      kernels.lstmHidden(gate, gateStride, rowOf(squashed, row), rowOf(output, row), stride, count, units)
    }
  }

  const learn = (dy: number) => (start: number, count: number, _: number, to: number) => {
    for (let row = start + to - 1; row >= start; row--) {
      const ends = row === start + to - 1
      const gate = rowOf(gates.output, row)
      const dGate = dGates.address + 4 * line * row
      const here = line * row
      if (!ends) {
        const next = dGate + 4 * line
        kernels.gemm(next, gateStride, 4, recurrent.value, line, 4, later.address + here, stride, count, units, 4 * units, 0, work)
      }
      const gradients = ends ? [zeros, 0, zeros, 0] : [later.address + here, stride, carry.address + here + line, stride]
      const previous = row === start ? [zeros, 0] : [rowOf(cell, row - 1), stride]
      const kept = [gate, dGate, gateStride, ...previous, rowOf(squashed, row), stride]
      kernels.lstmBackward(dy + here, ...gradients, carry.address + here, ...kept, count, units)
    }
  }

  return {
    name: 'lstm',
    output,
    liveness: output,
    // The cell sums i g over steps that f lets through; tanh is taken as the identity, as cells are small.
    secondMoment: (open * open * written) / (1 - open),
    forward(first, rows) {
      gates.forward(first, rows)
      eachGroup(sequence, first, rows, remember)
    },
    backward(rows, dy, dx) {
      eachGroup(sequence, 0, rows, learn(dy))
      eachSequence(sequence, 0, rows, (start, _, to) => {
        const after = dGates.address + 4 * line * (start + 1)
        kernels.gemm(after, 4, 4 * line, rowOf(output, start), line, 4, recurrent.gradient, line, 4 * units, units, to - 1, 1, work)
      })
      gates.backward(rows, dGates.address, dx)
    },
  }
}
