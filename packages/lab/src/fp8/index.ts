/** Experiments on training in FP8: what one outlier does to it, and what Smooth-SwiGLU repairs. */
export type { Arm, Training } from './arms.ts'
export { type Characters, type CharacterSettings, characterModel } from './characters.ts'
export { identityFaults, outlierErrors, perTensor } from './outlier.ts'
export { type RegressionSettings, regression } from './regression.ts'
export { type InNetwork, inNetwork, type LiveNetwork, liveNetwork } from './live.ts'
export { type Divergence, fp8Anatomy, scaledChannel, type StoriesSettings } from './stories.ts'
export { type Fp8Format, fp8Formats, inAllWays, normalOutputs, type Outputs, type Way, type WayResult, ways, withOutlier } from './ways.ts'
