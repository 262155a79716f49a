import type { Claim } from './claim.ts'
import { history } from './01-history.ts'
import { thresholdGradient } from './02-threshold-gradient.ts'
import { twoDonuts } from './03-two-donuts.ts'
import { logistic } from './04-logistic.ts'
import { smooth } from './05-smooth.ts'
import { sigmoidDepth } from './06-sigmoid-depth.ts'
import { tanhDepth } from './07-tanh-depth.ts'
import { twoClasses } from './08-two-classes.ts'
import { tanhFormulas } from './09-tanh-formulas.ts'
import { zipCodes } from './10-zip-codes.ts'
import { gatesOfLstm } from './11-gates.ts'
import { glibcRanges } from './12-glibc-tanh.ts'
import { reluDepth } from './13-relu-depth.ts'
import { kink } from './14-kink.ts'
import { cost } from './15-cost.ts'
import { before2016 } from './16-before-2016.ts'
import { dyingUnits } from './17-dying-units.ts'
import { learnedSlope } from './18-prelu.ts'
import { fasterElu } from './19-elu.ts'
import { geluOnMnist } from './20-gelu.ts'
import { approximations } from './21-approximations.ts'
import { tails } from './22-tails.ts'
import { swishIsSilu } from './23-swish-is-silu.ts'
import { swishBeta } from './24-swish-beta.ts'
import { costOfSolu } from './25-cost-of-solu.ts'
import { soluSize } from './26-solu-size.ts'
import { soluNorm } from './27-solu-norm.ts'
import { linearPath } from './28-linear-path.ts'
import { evo } from './29-evo.ts'
import { formulas } from './30-formulas.ts'
import { gluRanking } from './31-glu-ranking.ts'
import { unbounded } from './32-unbounded.ts'
import { llama } from './33-llama.ts'
import { smoothSwiglu } from './34-smooth-swiglu.ts'
import { weightAlignment } from './35-alignment.ts'
import { distributionFunctions } from './36-distribution-functions.ts'
import { specialFunctions } from './37-special-functions.ts'
import { costOfGates } from './38-cost-of-gates.ts'

/** In the order of the register. */
export const claims: readonly Claim[] = [
  history,
  thresholdGradient,
  twoDonuts,
  logistic,
  smooth,
  sigmoidDepth,
  tanhDepth,
  twoClasses,
  tanhFormulas,
  zipCodes,
  gatesOfLstm,
  glibcRanges,
  reluDepth,
  kink,
  cost,
  before2016,
  dyingUnits,
  learnedSlope,
  fasterElu,
  geluOnMnist,
  approximations,
  tails,
  swishIsSilu,
  swishBeta,
  costOfSolu,
  soluSize,
  soluNorm,
  linearPath,
  evo,
  formulas,
  gluRanking,
  unbounded,
  llama,
  smoothSwiglu,
  weightAlignment,
  distributionFunctions,
  specialFunctions,
  costOfGates,
]

export const claimOf = (id: number): Claim | undefined => claims.find(claim => claim.id === id)
