import type { Activation } from 'xphi/formula'
import { secondMoment } from '../gain.ts'
import { ActivationParameters, loadActivation, type Trainable } from './kernel.ts'
import { projection } from './linear.ts'
import { type Context, type Operation, rowOf, signal } from './operation.ts'

/** A gated linear unit: one product computes gate and value side by side (weights [2 units, inputs], the gate's rows first). */
export async function buildGated(
  context: Context,
  activation: Activation,
  units: number,
  biased: boolean,
  taps: number,
  trainable: Trainable | undefined,
): Promise<Operation> {
  const { arena, batch, fma, kernels, mode } = context
  const both = projection(context, 2 * units, units, biased, taps)
  const output = { ...signal(context, units), gated: true } as const
  const slopes = arena.floats(2 * units * batch)
  const parameters = new ActivationParameters(context, activation, trainable, units)
  const request = { activation, mode, fma, parameters: parameters.places }
  const saves = trainable === undefined
  const map = await loadActivation(arena, { ...request, job: saves ? 'map+slope' : 'map' })
  const adjoint = saves ? undefined : await loadActivation(arena, { ...request, job: 'backward', parameterGradients: parameters.names })
  const stride = 8 * units
  /** Gate and value, or their slopes, in one packed matrix. */
  const halves = (address: number): readonly number[] => [address, stride, address + 4 * units, stride]
  return {
    name: activation.name,
    output,
    liveness: output,
    secondMoment: context.needsMoments ? secondMoment(activation) : Number.NaN,
    forward(first, rows) {
      both.forward(first, rows)
      const inputs = halves(rowOf(both.output, first))
      const kept = saves ? halves(slopes + stride * first) : []
      map(rows, units, ...inputs, rowOf(output, first), 4 * units, ...kept, ...parameters.pointers)
    },
    backward(rows, dy, dx) {
      if (adjoint === undefined) kernels.multiplyPacked(slopes, dy, rows, units)
      else {
        const inputs = halves(both.output.address)
        adjoint(rows, units, ...inputs, dy, 4 * units, ...halves(slopes), ...parameters.accumulators, ...parameters.pointers)
        parameters.collect()
      }
      both.backward(rows, slopes, dx)
    },
  }
}
