/** The family in its order, one screenful each: what is shown of it, not what is said of it. */
import type { Screen } from '../state/url.ts'

/** What runs beside the text while it is seen. */
export type Experiment =
  | { readonly kind: 'donuts'; readonly name: string }
  /** The gradient of each layer of a deep network, while it learns. */
  | { readonly kind: 'layers'; readonly names: readonly string[]; readonly initialisation: 'lecun' | 'he' }
  | { readonly kind: 'dead'; readonly names: readonly string[] }
  /** Distances from 0 far to the left. */
  | { readonly kind: 'tails'; readonly names: readonly string[] }
  /** A curve as its parameter moves. */
  | { readonly kind: 'sweep'; readonly name: string; readonly parameter: string; readonly from: number; readonly to: number }
  /** A row of outputs as one input moves. */
  | { readonly kind: 'row'; readonly name: string }
  /** The output over gate and value. */
  | { readonly kind: 'gate'; readonly name: string }
  | { readonly kind: 'outlier'; readonly name: string }

export interface Chapter {
  readonly id: ChapterId
  /** Those that it tells of, the first one first. */
  readonly names: readonly string[]
  readonly experiment: Experiment
  readonly claims: readonly number[]
  /** Where it goes on, with which functions. */
  readonly onward: { readonly screen: Screen; readonly functions: readonly string[] }
}

export const chapterIds = [
  'threshold',
  'sigmoid',
  'softmax',
  'tanh',
  'relu',
  'leaky',
  'elu',
  'gelu',
  'swish',
  'solu',
  'glu',
  'swiglu',
  'smooth',
] as const
export type ChapterId = (typeof chapterIds)[number]

export interface ChapterWords {
  readonly title: string
  /** What the one before left. */
  readonly problem: string
  readonly idea: string
  /** What one sees beside it. */
  readonly see: string
}

const compare = (...functions: string[]): Chapter['onward'] => ({ screen: 'compare', functions })
const depth = (...functions: string[]): Chapter['onward'] => ({ screen: 'depth', functions })

export const chapters: readonly Chapter[] = [
  {
    id: 'threshold',
    names: ['threshold', 'sign_threshold'],
    experiment: { kind: 'donuts', name: 'threshold' },
    claims: [2, 3],
    onward: compare('threshold', 'sigmoid'),
  },
  {
    id: 'sigmoid',
    names: ['sigmoid'],
    experiment: { kind: 'layers', names: ['sigmoid', 'tanh'], initialisation: 'lecun' },
    claims: [5, 6],
    onward: depth('sigmoid', 'tanh'),
  },
  { id: 'softmax', names: ['softmax'], experiment: { kind: 'row', name: 'softmax' }, claims: [8], onward: compare('softmax', 'sigmoid') },
  { id: 'tanh', names: ['tanh'], experiment: { kind: 'donuts', name: 'tanh' }, claims: [7, 10, 11], onward: compare('sigmoid', 'tanh') },
  {
    id: 'relu',
    names: ['relu'],
    experiment: { kind: 'layers', names: ['relu', 'tanh', 'sigmoid'], initialisation: 'he' },
    claims: [13, 14],
    onward: depth('relu', 'tanh', 'sigmoid'),
  },
  {
    id: 'leaky',
    names: ['leaky_relu', 'prelu'],
    experiment: { kind: 'dead', names: ['relu', 'leaky_relu'] },
    claims: [17, 18],
    onward: compare('relu', 'leaky_relu', 'prelu'),
  },
  {
    id: 'elu',
    names: ['elu'],
    experiment: { kind: 'sweep', name: 'elu', parameter: 'alpha', from: 0.1, to: 3 },
    claims: [19],
    onward: compare('relu', 'leaky_relu', 'elu'),
  },
  {
    id: 'gelu',
    names: ['gelu', 'gelu_tanh', 'quick_gelu'],
    experiment: { kind: 'tails', names: ['quick_gelu', 'gelu', 'gelu_tanh'] },
    claims: [20, 21, 22],
    onward: compare('gelu', 'gelu_tanh', 'quick_gelu'),
  },
  {
    id: 'swish',
    names: ['swish', 'silu'],
    experiment: { kind: 'sweep', name: 'swish', parameter: 'beta', from: 0, to: 6 },
    claims: [23, 24],
    onward: compare('silu', 'gelu', 'relu'),
  },
  {
    id: 'solu',
    names: ['solu', 'solu_ln'],
    experiment: { kind: 'row', name: 'solu' },
    claims: [25, 26, 27],
    onward: compare('gelu', 'solu', 'solu_ln'),
  },
  { id: 'glu', names: ['glu'], experiment: { kind: 'gate', name: 'glu' }, claims: [28], onward: compare('glu', 'gtu', 'bilinear') },
  {
    id: 'swiglu',
    names: ['swiglu', 'geglu'],
    experiment: { kind: 'donuts', name: 'swiglu' },
    claims: [31, 33, 38],
    onward: compare('relu', 'geglu', 'swiglu'),
  },
  {
    id: 'smooth',
    names: ['smooth_swiglu'],
    experiment: { kind: 'outlier', name: 'swiglu' },
    claims: [34, 35],
    onward: { screen: 'fp8', functions: ['swiglu'] },
  },
]
