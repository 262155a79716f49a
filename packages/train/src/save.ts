import { ModelError } from './errors.ts'
import type { Model, Parameter } from './model.ts'
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts'

const nameOf = ({ layer, name }: Parameter): string => `${layer}.${name}`

/** The weights of a model as a safetensors file: each tensor under its layer's number and its own name, such as '2.1.input.weight'. */
export function saveWeights(model: Model): Uint8Array<ArrayBuffer> {
  return encodeSafetensors(model.parameters.map(parameter => ({ ...parameter, name: nameOf(parameter) })))
}

/** Puts weights that `saveWeights` wrote into a model of the same layers; throws a ModelError, and changes nothing, where one does not fit. */
export function loadWeights(model: Model, file: Uint8Array): void {
  const tensors = new Map(decodeSafetensors(file).map(tensor => [tensor.name, tensor]))
  const fitting = model.parameters.map(parameter => {
    const name = nameOf(parameter)
    const tensor = tensors.get(name)
    if (tensor === undefined) throw new ModelError(`the file has no tensor '${name}'`)
    if (tensor.shape.join() !== parameter.shape.join())
      throw new ModelError(`tensor '${name}' has the shape [${tensor.shape}], the model's has [${parameter.shape}]`)
    tensors.delete(name)
    return { parameter, tensor }
  })
  for (const name of tensors.keys()) throw new ModelError(`the model has no tensor '${name}'`)
  for (const { parameter, tensor } of fitting) parameter.values.set(tensor.values)
}
