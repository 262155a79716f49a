/** What a comparison is made of: trials, each one network trained once, and what is said of them together. All plain data. */
import type { Activation } from 'xphi/formula'
import type { ModelSpec, Optimiser, Trainable } from '@xphi/train'
import type { PrecisionName, Roundings } from './precision.ts'

/**
 * How networks are built and trained; the same for every activation of a comparison. Optimisers have PyTorch's defaults, SGD a momentum of
 * 0.9. The rate is constant for the first 60 % of the steps and falls linearly to 0 over the rest: without the fall the last steps' noise
 * would be part of every result.
 */
export interface Recipe {
  /** Units of each hidden layer. A gated layer has 2/3 of them, so that parameters match. */
  readonly hidden: readonly number[]
  /** The function of each hidden layer, from the first on, where it is another than the compared one, for which `null` stands. */
  readonly functions?: readonly (Activation | null)[]
  readonly epochs: number
  /** Rows a step. */
  readonly batch: number
  readonly optimiser: Optimiser['kind']
  /** How the parameters that an activation's authors train (PReLU's alpha, Swish's beta) are trained; 'none' leaves them fixed. */
  readonly trainable: Trainable | 'none'
  /** The scale of the initial weights: by the formula's own second moment where left out ('gain'), which a formula with NaN has not. */
  readonly initialisation?: NonNullable<ModelSpec['initialisation']>
  /** How the tensors of the products are rounded; default not at all, f32. */
  readonly precision?: PrecisionName
}

/** One network, trained once. Its split, batches and initial weights follow from `seed` alone, so that trials of one seed are paired. */
export interface TrialSpec {
  readonly activation: Activation
  readonly seed: number
  readonly rate: number
  readonly recipe: Recipe
  /** 'test': train on all but the test part and measure there. 'validation': hold out a part of the training part and measure there; the test part is not touched. */
  readonly measure: 'test' | 'validation'
}

/** One point of a learning curve, at the end of an epoch (from 1). */
export interface CurvePoint {
  readonly epoch: number
  /** Mean training loss over the epoch's batches. */
  readonly trainLoss: number
  /** On the measured part: accuracy in percent, or root mean square error in the target's unit. */
  readonly metric: number
}

/** Predictions over a square grid of a two-feature data set, for drawing: `side` x `side` points, rows from the lowest second feature up. */
export interface Boundary {
  readonly side: number
  /** Ranges of the two features, in their own units. */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Classification: probability of each class, `outputs` numbers a point; regression: the prediction. */
  readonly values: readonly number[]
  readonly outputs: number
}

export interface Trained {
  readonly outcome: 'trained'
  readonly spec: TrialSpec
  readonly metric: number
  readonly testLoss: number
  readonly curve: readonly CurvePoint[]
  /** Median over blocks of steps of the time of one step: forward, backward and update, without fetching the rows. */
  readonly stepMs: number
  readonly steps: number
  /** Share of hidden units that are 0 (their slope, or output) on every row looked at; NaN where there is no hidden layer. */
  readonly deadShare: number
  /** Norm of the loss gradient in the first layer over that in the last. */
  readonly gradientRatio: number
  readonly parameters: number
  /** Of a recipe in low precision. */
  readonly roundings?: Roundings
  readonly boundary?: Boundary
  /** Of a validation run, one a row: 1 where the class is wrong and 0 where it is right, or the squared error of the standardised target. */
  readonly errors?: readonly number[]
}

export interface Diverged {
  readonly outcome: 'diverged'
  readonly spec: TrialSpec
  /** From 1. */
  readonly step: number
  /** Index in the model's layers, from 0. */
  readonly layer: number
  /** The layer as people count it: `hidden layer 2 (gelu)`. */
  readonly where: string
  readonly message: string
  readonly curve: readonly CurvePoint[]
}

export type Trial = Trained | Diverged

/** The metric of a task. */
export interface Metric {
  readonly name: 'test accuracy' | 'test error (rms)'
  /** '%', or the name of the target. */
  readonly unit: string
  readonly better: 'higher' | 'lower'
}

/** Against the baseline, paired by seed. NaN where fewer than two seeds give no interval. */
export interface Difference {
  /** Mean of (this - baseline), in the metric's unit. */
  readonly difference: number
  readonly ci95: readonly [number, number]
  /** Two-sided paired t-test, after Holm's correction for the number of comparisons. NaN, as the interval, where all differences are the
   * same number: no spread, no test. */
  readonly p: number
}

export interface Result {
  readonly activation: string
  readonly formula: string
  readonly metric: string
  readonly mean: number
  readonly sd: number
  /** Seeds that were trained to the end. */
  readonly n: number
  /** Student's interval of the mean over seeds. */
  readonly ci95: readonly [number, number]
  /** Missing for the baseline itself, and where no finished seed is shared with it. */
  readonly vsBaseline?: Difference
  /** One a seed, in the order of the seeds. */
  readonly rates: readonly number[]
  readonly stepMs: number
  readonly deadShare: number
  readonly gradientRatio: number
  readonly parameters: number
  /** Seeds whose run diverged. */
  readonly diverged: readonly ({ readonly seed: number } & Pick<Diverged, 'step' | 'layer' | 'where' | 'message'>)[]
}

/** How a comparison's learning rates came about. */
export type RateChoice =
  | { readonly kind: 'fixed'; readonly rate: number }
  | {
      readonly kind: 'auto'
      readonly grid: readonly number[]
      /** By activation name the rate of each seed, in their order: chosen by each seed for itself where it draws its test part, else once. */
      readonly chosen: Readonly<Record<string, readonly number[]>>
      /** Runs on the grid that failed; their rates lose. */
      readonly failures: readonly Failure[]
    }

/** A run that came to no end for a reason outside training: a worker that died, a formula that no network can be built of. */
export interface Failure {
  readonly activation: string
  readonly seed: number
  readonly message: string
}

/** A single threshold unit by Rosenblatt's rule, for scale: what no hidden layer can do. Two classes only. */
export interface PerceptronLine {
  readonly mean: number
  readonly ci95: readonly [number, number]
  readonly n: number
}

/** Everything that the table, the JSON and the report show. */
export interface Comparison {
  readonly data: {
    readonly name: string
    readonly task: 'classification' | 'regression'
    readonly rows: number
    readonly testRows: number
    /** 'own': the data came with its test part; 'drawn': each seed drew one. */
    readonly split: 'own' | 'drawn'
    readonly features: number
    /** Where there are two. */
    readonly featureNames?: readonly [string, string]
    /** Classes, or the target's name. */
    readonly classes?: readonly string[]
    readonly target?: string
    readonly notes: readonly string[]
  }
  readonly metric: Metric
  readonly recipe: Recipe
  readonly rates: RateChoice
  readonly seeds: readonly number[]
  readonly baseline: string
  /** Best first; those without a finished seed last. */
  readonly results: readonly Result[]
  readonly perceptron?: PerceptronLine
  /** Finished trials, for curves and boundaries. */
  readonly trials: readonly Trial[]
  /** Of the planned trials. */
  readonly failures: readonly Failure[]
  /** Sentences: what the intervals carry, and no more. */
  readonly verdict: readonly string[]
  /** Trials that were planned; more than `trials` where it was interrupted. */
  readonly planned: number
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string }
}
