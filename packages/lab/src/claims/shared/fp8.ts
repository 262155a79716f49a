/** Experiments 34a to 34f, as the register counts them. */
import { alphabetOf, type Rounds } from '@xphi/train'
import {
  type Arm,
  type Characters,
  characterModel,
  identityFaults,
  outlierErrors,
  regression,
  scaledChannel,
  type Training,
} from '../../fp8/index.ts'
import type { ClaimData, RunContext } from '../claim.ts'

/** A way to train: both weight vectors of the planted unit are `strength` long, and delayed scales remember `history` steps. */
export interface Way {
  readonly arm: Arm
  readonly strength: number
  readonly history: number
}
const ways = <K extends string>(table: Readonly<Record<K, readonly [arm: Arm, strength: number, history: number]>>) =>
  Object.fromEntries(
    Object.entries<readonly [Arm, number, number]>(table).map(([name, [arm, strength, history]]) => [name, { arm, strength, history }]),
  ) as Readonly<Record<K, Way>>

/** There are no scales to remember. */
export const inF32 = (strength: number): Way => ({ arm: 'f32', strength, history: 0 })

/** Of experiment 34d. */
export const regressions = ways({
  f32: ['f32', 1024, 64],
  plain: ['delayed', 1024, 64],
  Smooth: ['smooth', 1024, 64],
  'h in bf16': ['bf16', 1024, 64],
  'plain, c = 0': ['delayed', 0, 64],
})

/** Of experiments 34e and 34f. */
export const characters = ways({
  plain: ['delayed', 256, 16],
  Smooth: ['smooth', 256, 16],
  'h in bf16': ['bf16', 256, 16],
  'plain, c = 0': ['delayed', 0, 16],
  'just in time': ['just-in-time', 256, 16],
  'by channel': ['channel', 256, 16],
  folded: ['smooth-folded', 256, 16],
  'H = 1': ['delayed', 256, 1],
  'H = 4': ['delayed', 256, 4],
  'H = 16': ['delayed', 256, 16],
  'H = 64': ['delayed', 256, 64],
  'c = 64': ['delayed', 64, 16],
  'c = 128': ['delayed', 128, 16],
  'c = 256': ['delayed', 256, 16],
  'c = 512': ['delayed', 512, 16],
  'c = 1024': ['delayed', 1024, 16],
})

export type Pair = readonly [keyof typeof characters, keyof typeof characters]
export const byHistory: readonly Pair[] = [
  ['H = 4', 'H = 1'],
  ['H = 16', 'H = 4'],
  ['H = 64', 'H = 16'],
]
export const byStrength: readonly Pair[] = [
  ['c = 128', 'c = 64'],
  ['c = 256', 'c = 128'],
  ['c = 512', 'c = 256'],
  ['c = 1024', 'c = 512'],
]
export interface Fp8Settings {
  /** How Smooth-SwiGLU rounds where it should be SwiGLU. */
  readonly identity: Rounds | undefined
  /** Lengths of the aligned vectors that spoil the other units, and that do not. */
  readonly long: number
  readonly short: readonly number[]
  /** Of the scaled channel. */
  readonly factor: number
  readonly regressions: Readonly<Record<keyof typeof regressions, Way>>
  readonly characters: Readonly<Record<keyof typeof characters, Way>>
  readonly regressionSteps: number
  readonly characterSteps: number
}
type Values = Readonly<Record<string, number>>

export async function outliers(seed: number, { identity, long, short }: Fp8Settings): Promise<Values> {
  const faults = await Promise.all([1, 4, 16, 64, 256, 1024].map(strength => identityFaults(seed, strength, identity)))
  const sum = (of: 'differing' | 'subnormal' | 'count') => faults.reduce((total, fault) => total + fault[of], 0)
  const { tensor, smooth } = await outlierErrors(seed, long)
  const errors = await Promise.all(short.map(strength => outlierErrors(seed, strength)))
  return {
    'a: numbers that differ': sum('differing'),
    'a: numbers with a subnormal product': sum('subnormal'),
    'a: numbers': sum('count'),
    'b: error by one scale': tensor,
    'b: error, Smooth': smooth,
    'b: error by one scale, c up to 16': Math.max(...errors.map(error => error.tensor)),
    'b: error, Smooth, c up to 16': Math.max(...errors.map(error => error.smooth)),
  }
}

export async function stories({ load }: RunContext, { factor }: Fp8Settings): Promise<Values> {
  const { scaled, tensor, smooth } = await scaledChannel(await load('stories260K'), await load('tok512'), { factor })
  return { 'c: KL by one scale': tensor.kl, 'c: KL, Smooth': smooth.kl, 'c: KL in f32': scaled.kl }
}

export async function trainedRegressions(seed: number, { regressions, regressionSteps: steps }: Fp8Settings): Promise<Values> {
  const runs: Record<string, Training> = {}
  for (const [name, way] of Object.entries(regressions)) runs[name] = await regression({ ...way, seed, steps })
  const { plain, ...others } = runs
  const [smooth, f32, without] = ['Smooth', 'f32', 'plain, c = 0'].map(name => runs[name].loss)
  return {
    'd: plain diverges': plain.diverged === undefined ? 0 : 1,
    'd: others that diverge': Object.values(others).filter(run => run.diverged !== undefined).length,
    'd: Smooth / f32': smooth / f32,
    'd: |Smooth / (plain, c = 0) - 1|': Math.abs(smooth / without - 1),
  }
}

const charactersOf = (text: ClaimData['shakespeare']): Characters => {
  const alphabet = alphabetOf(text)
  return { alphabet, tokens: alphabet.encode(text) }
}

/** Losses above that of f32 of the same seed and strength. */
async function lossesAbove(
  { seed, load }: RunContext,
  characters: Readonly<Record<string, Way>>,
  steps: number,
): Promise<Readonly<Record<string, number>>> {
  const text = charactersOf(await load('shakespeare'))
  const known = new Map<string, number>()
  const lossOf = async (way: Way): Promise<number> => {
    const key = Object.values(way).join(' ')
    const loss = known.get(key) ?? (await characterModel(text, { ...way, seed, steps })).loss
    known.set(key, loss)
    return loss
  }
  const above: Record<string, number> = {}
  for (const [name, way] of Object.entries(characters)) above[name] = (await lossOf(way)) - (await lossOf(inF32(way.strength)))
  return above
}

export async function trainedCharacters(context: RunContext, { characters, characterSteps }: Fp8Settings): Promise<Values> {
  const above = await lossesAbove(context, characters, characterSteps)
  const { folded, ...rest } = above
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, loss]) => [`e: ${name}`, loss])),
    'e: just in time less half of plain': above['just in time'] - above.plain / 2,
    'e: by channel less Smooth': above['by channel'] - above.Smooth,
    ...Object.fromEntries([...byHistory, ...byStrength].map(([more, less]) => [`e: ${more} less ${less}`, above[more] - above[less]])),
    'f: folded': folded,
  }
}

/** 34f alone. */
export async function trainedFolded(context: RunContext, { characters: { folded }, characterSteps }: Fp8Settings): Promise<Values> {
  return { 'f: folded': (await lossesAbove(context, { folded }, characterSteps)).folded }
}
