import { ModelError } from './errors.ts'
import type { Memory } from './memory.ts'
import type { Model } from './model.ts'
import type { Random } from './random.ts'
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts'

/** The weights of a model as a safetensors file: each tensor under its layer's number and its own name, such as '2.1.input.weight'. */
export const saveWeights = (model: Model): Uint8Array<ArrayBuffer> => written(weightsOf(model))

/** Puts weights that `saveWeights` wrote into a model of the same layers; throws a ModelError, and changes nothing, where one does not fit. */
export const loadWeights = (model: Model, file: Uint8Array): void => readInto(weightsOf(model), file)

/**
 * A training as a safetensors file: the weights, and all that the next step depends on. These are the optimiser's moments, the steps taken
 * (which are the place in a schedule), the random numbers of dropout, the magnitudes that delayed scales remember; and the `streams` that
 * draw the batches, by name.
 */
export const saveTraining = (model: Model, streams: Streams = {}): Uint8Array<ArrayBuffer> => written(trainingOf(model, streams))

/**
 * Puts what `saveTraining` wrote into a model of the same layers and recipe, and into streams of the same names: the training goes on bit for
 * bit as if it had not been left. Throws a ModelError, and changes nothing, where something does not fit.
 */
export const loadTraining = (model: Model, file: Uint8Array, streams: Streams = {}): void => readInto(trainingOf(model, streams), file)

type Streams = Readonly<Record<string, Random>>

const weightsOf = ({ parameters }: Model): readonly Memory[] =>
  parameters.map(({ layer, name, shape, values }) => ({
    name: `${layer}.${name}`,
    shape,
    read: () => values,
    write: given => values.set(given),
  }))

const trainingOf = (model: Model, streams: Streams): readonly Memory[] => [
  ...weightsOf(model),
  ...model.memory,
  ...Object.entries(streams).map(([name, random]) => random.memory(`stream/${name}`)),
]

const written = (memories: readonly Memory[]): Uint8Array<ArrayBuffer> =>
  encodeSafetensors(memories.map(({ name, shape, read }) => ({ name, shape, values: read() })))

function readInto(memories: readonly Memory[], file: Uint8Array): void {
  const tensors = new Map(decodeSafetensors(file).map(tensor => [tensor.name, tensor]))
  const fitting = memories.map(({ name, shape, fault, write }) => {
    const tensor = tensors.get(name)
    if (tensor === undefined) throw new ModelError(`the file has no tensor '${name}'`)
    if (tensor.shape.join() !== shape.join())
      throw new ModelError(`tensor '${name}' has the shape [${tensor.shape}], the model's has [${shape}]`)
    const at = fault?.(tensor.values) ?? -1
    if (at >= 0) throw new ModelError(`tensor '${name}' cannot be ${tensor.values[at]} at ${at}`)
    tensors.delete(name)
    return () => write(tensor.values)
  })
  for (const name of tensors.keys()) throw new ModelError(`the model has no tensor '${name}'`)
  for (const write of fitting) write()
}
