import type { Activation } from 'xphi/formula'
import { secondMoment } from '../gain.ts'
import { ActivationParameters, loadActivation, type Trainable } from './kernel.ts'
import { type Context, type Operation, rowOf, signal } from './operation.ts'

/** A pointwise or row activation. Without trained parameters the forward pass of a pointwise one keeps the slope: backward is one product. */
export async function buildActivation(context: Context, activation: Activation, trainable: Trainable | undefined): Promise<Operation> {
  return trainable === undefined && activation.kind === 'pointwise'
    ? withSlope(context, activation)
    : withAdjoint(context, activation, trainable)
}

async function withSlope(context: Context, activation: Activation): Promise<Operation> {
  const { fma, input, kernels, mode } = context
  const { width } = input
  const output = signal(context, width)
  const slope = signal(context, width)
  const parameters = new ActivationParameters(context, activation, undefined, width)
  const run = await loadActivation(context.arena, { activation, job: 'map+slope', mode, fma })
  return {
    name: activation.name,
    output,
    liveness: slope,
    secondMoment: momentOf(context, activation, width),
    forward(first, rows) {
      run(1, rows * width, rowOf(input, first), 0, rowOf(output, first), 0, rowOf(slope, first), 0, ...parameters.pointers)
    },
    backward(rows, dy, dx) {
      if (dx !== 0) kernels.multiply(dx, dy, slope.address, rows * width)
    },
  }
}

async function withAdjoint(context: Context, activation: Activation, trainable: Trainable | undefined): Promise<Operation> {
  const { arena, batch, fma, input, mode, scratch } = context
  const { width } = input
  const stride = 4 * width
  const output = signal(context, width)
  const unused = scratch.floats('unused', batch * width)
  const parameters = new ActivationParameters(context, activation, trainable, width)
  const request = { activation, mode, fma, parameters: parameters.places }
  const map = await loadActivation(arena, { ...request, job: 'map' }, width)
  const adjoint = await loadActivation(arena, { ...request, job: 'backward', parameterGradients: parameters.names }, width)
  return {
    name: activation.name,
    output,
    liveness: output,
    secondMoment: momentOf(context, activation, width),
    forward(first, rows) {
      map(rows, width, rowOf(input, first), stride, rowOf(output, first), stride, ...parameters.pointers)
    },
    backward(rows, dy, dx) {
      const into = dx === 0 ? unused.address : dx
      adjoint(rows, width, input.address, stride, dy, stride, into, stride, ...parameters.accumulators, ...parameters.pointers)
      parameters.collect()
    },
  }
}

/** NaN where the initialisation does not ask for it, so that a formula without a moment can still be trained. */
function momentOf(context: Context, activation: Activation, units: number): number {
  return context.needsMoments ? secondMoment(activation, units) : Number.NaN
}
