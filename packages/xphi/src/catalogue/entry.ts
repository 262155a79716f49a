/** What one call sees: one number, a whole row (the last axis), or a pair `gate`, `value` of the GLU family. */
export type Kind = 'pointwise' | 'row' | 'gated'

/** What may be given for a named constant of a formula: of [minimum, maximum], without the bounds where `open`; a missing bound is infinite. */
export interface Domain {
  readonly name: string
  readonly default: number
  readonly minimum?: number
  readonly maximum?: number
  readonly open?: boolean
}

/** A named constant of a formula. */
export interface Parameter extends Domain {
  /** True where the function's authors learn it by gradient descent. */
  readonly trainable: boolean
  readonly meaning: string
}

/** A point where the derivative does not exist, and the one that is used there. */
export interface Kink {
  readonly input: 'x' | 'gate' | 'value'
  /** Where, as a formula of the parameters. */
  readonly at: string
  /** The chosen subgradient, as a formula of the parameters (for a gated function also of the other input). */
  readonly derivative: string
}

/** Limits as formulas of the parameters, or 'inf', '-inf', 'nan' (no limit). Inside a formula an infinity is written `1 / 0`. */
export interface Limits {
  readonly minusInfinity: string
  readonly plusInfinity: string
}

export interface Source {
  readonly authors: string
  readonly year: number
  readonly title: string
  readonly where: string
}

/** What is computed with. */
export interface Definition {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Kind
  readonly formula: string
  readonly parameters: readonly Domain[]
}

/** One activation function: everything that is known of it, as data. Values, gradients and code are derived from `formula`. */
export interface Entry extends Definition {
  readonly title: string
  /** Its place in the story from the perceptron to Smooth-SwiGLU, from 1; other entries follow by year. */
  readonly chapter?: number
  readonly parameters: readonly Parameter[]
  readonly kinks: readonly Kink[]
  /** Of the value; pointwise functions only. */
  readonly limits?: Limits
  /** Of the derivative; pointwise functions only. */
  readonly slopeLimits?: Limits
  readonly year: number
  readonly authors: string
  readonly sources: readonly Source[]
  /** Models and systems that use it. */
  readonly usedBy: readonly string[]
  readonly history: string
  /** Common statements about it that its sources do not support, put right. */
  readonly corrections: readonly string[]
}
