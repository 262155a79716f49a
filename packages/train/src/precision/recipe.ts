// What a model rounds and how, as plain data.
import { formats, type LowFormat } from 'xphi/number'
import { checkOne, ModelError } from '../errors.ts'

/** How one tensor of a product is rounded: multiplied by a scale, rounded to the format's nearest number (ties to even; what is too large
 * becomes the greatest), divided by the scale. */
export interface Rounding {
  readonly format: LowFormat
  /**
   * The scale is the format's greatest number / the tensor's greatest magnitude: of now ('just-in-time', a pass more), or of the last
   * `history` training steps ('delayed', where there are none of now). Default: delayed to the formats of 8 bits, none to those of 16.
   */
  readonly scaling?: 'none' | 'just-in-time' | 'delayed'
  /** Default 16. */
  readonly history?: number
  /**
   * What has a scale of its own: the tensor (default), or each channel, which are inputs and gradients column by column, weights row by row.
   * 'smooth', for inputs: after each channel was multiplied by s = 2^floor(log2(1 / its greatest magnitude now)), which is divided out too
   * (Fishman and others 2024, Smooth-SwiGLU).
   */
  readonly per?: 'tensor' | 'channel' | 'smooth'
  /** Scales are rounded down to powers of two: then products of the rounded numbers are those of the format's own, scaled. */
  readonly powers?: boolean
}

/**
 * Which tensors are rounded before a product with weights: y = x W', and in the backward pass dx = dy W and dW = dy' x. Products are
 * accumulated in f32; weights are kept and updated in f32. What is left out stays in f32, as do the scores of attention and the recurrent
 * product of an LSTM. Parts of one product (gate and value; an LSTM's gates; heads of queries, keys and values) have scales of their own.
 */
export interface Precision {
  readonly input?: Rounding
  /** The input where it is the output of a gated layer, which has the outliers. Default: as `input`. */
  readonly hidden?: Rounding
  readonly weight?: Rounding
  /** The gradient of the output, dy. */
  readonly gradient?: Rounding
  /** Weights after a smooth `hidden` are rounded as W / s, times s: what folding s into the weights does. */
  readonly fold?: boolean
  /** The moments of Adam, scaled by tensor just in time. */
  readonly moments?: { readonly first: LowFormat; readonly second: LowFormat }
  /** Indices in the model's list of the layers whose products are rounded, default all. */
  readonly layers?: readonly number[]
}

/** How fp8() rounds the output of a gated layer. */
export type HiddenRounding = 'delayed' | 'just-in-time' | 'channel' | 'bf16' | 'smooth' | 'smooth-folded'

/** The recipe of Fishman and others 2024: E4M3 forward and E5M2 for gradients, scaled by the greatest magnitude of the last steps. */
export function fp8(hidden: HiddenRounding = 'smooth', history = 16): Precision {
  const forward = { format: 'e4m3', history } as const
  const choices: Readonly<Record<HiddenRounding, Rounding>> = {
    delayed: forward,
    'just-in-time': { format: 'e4m3', scaling: 'just-in-time' },
    channel: { ...forward, per: 'channel' },
    bf16: { format: 'bf16' },
    smooth: { ...forward, per: 'smooth' },
    'smooth-folded': { ...forward, per: 'smooth' },
  }
  const gradient = { format: 'e5m2', history } as const
  return { input: forward, hidden: choices[hidden], weight: forward, gradient, fold: hidden === 'smooth-folded' }
}

/** Throws a ModelError for what is no recipe. */
export function checkPrecision(recipe: Precision, layers: number): void {
  const { input, hidden, weight, gradient, moments } = recipe
  for (const [name, rounding] of Object.entries({ input, hidden, weight, gradient })) if (rounding) check(name, rounding)
  for (const [name, format] of Object.entries(moments ?? {})) checkFormat(`the ${name} moment`, format)
  for (const [name, rounding] of Object.entries({ weight, gradient }))
    if (rounding?.per === 'smooth') throw new ModelError(`smooth scales are for inputs: ${name} has none`)
  if (recipe.fold === true && (hidden ?? input)?.per !== 'smooth')
    throw new ModelError("fold needs the smooth scales of hidden: { per: 'smooth' }")
  for (const layer of recipe.layers ?? [])
    if (!Number.isInteger(layer) || layer < 0 || layer >= layers) throw new ModelError(`no layer ${layer} to round: use 0 to ${layers - 1}`)
}

function check(name: string, { format, scaling = 'delayed', history = 16, per = 'tensor' }: Rounding): void {
  checkFormat(name, format)
  checkOne(`scaling of ${name}`, scaling, ['none', 'just-in-time', 'delayed'])
  checkOne(`per of ${name}`, per, ['tensor', 'channel', 'smooth'])
  if (!Number.isInteger(history) || history < 1)
    throw new ModelError(`the history of ${name} is a positive number of steps, got ${history}`)
}

const lowFormats = Object.entries(formats).flatMap(([name, { width }]) => (width <= 16 ? [name] : []))
const checkFormat = (name: string, format: string): void => checkOne(`format of ${name}`, format, lowFormats)
