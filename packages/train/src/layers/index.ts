import { type Activation, activation as named } from 'xphi/formula'
import { ModelError } from '../errors.ts'
import { buildActivation } from './activation.ts'
import { buildGated } from './gated.ts'
import type { Trainable } from './kernel.ts'
import { buildLinear } from './linear.ts'
import { buildNorm } from './norm.ts'
import type { Context, Operation } from './operation.ts'

/** A layer as plain data. Activations are catalogue names, entries or definitions of one's own. */
export type Layer =
  | { readonly kind: 'linear'; readonly units: number; readonly bias?: boolean }
  | { readonly kind: 'activation'; readonly activation: string | Activation; readonly trainable?: Trainable }
  | {
      readonly kind: 'gated'
      readonly activation: string | Activation
      readonly units: number
      readonly bias?: boolean
      readonly trainable?: Trainable
    }
  | { readonly kind: 'layernorm'; readonly epsilon?: number }
  | { readonly kind: 'rmsnorm'; readonly epsilon?: number }

export async function buildLayer(context: Context, layer: Layer): Promise<Operation> {
  if (layer.kind === 'linear') return buildLinear(context, wholeUnits(layer.units), layer.bias ?? true)
  if (layer.kind === 'layernorm' || layer.kind === 'rmsnorm') return buildNorm(context, layer.kind, layer.epsilon ?? 1e-5)
  const activation = typeof layer.activation === 'string' ? named(layer.activation) : layer.activation
  if ((activation.kind === 'gated') !== (layer.kind === 'gated'))
    throw new ModelError(
      activation.kind === 'gated'
        ? `${activation.name} takes a gate and a value: write { kind: 'gated', activation: '${activation.name}', units }`
        : `${activation.name} is no gated function: write { kind: 'activation', activation: '${activation.name}' }`,
    )
  if (layer.kind === 'activation') return buildActivation(context, activation, layer.trainable)
  return buildGated(context, activation, wholeUnits(layer.units), layer.bias ?? true, layer.trainable)
}

function wholeUnits(units: number): number {
  if (!Number.isInteger(units) || units < 1) throw new ModelError(`units must be a positive integer, got ${units}`)
  return units
}
