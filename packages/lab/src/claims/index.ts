/** @xphi/lab/claims: what is said of activation functions, and tests that can fail. */
export {
  type Beside,
  type Claim,
  type ClaimData,
  type Condition,
  type DataName,
  type Measurement,
  MissingDataError,
  type Part,
  type RunContext,
  type TestedClaim,
  type TextClaim,
} from './claim.ts'
export { claimOf, claims } from './list.ts'
export { readRuns, runLine, runsText } from './results.ts'
export { boundText, effortText, valueText, verdictText } from './page/words.ts'
export { type ClaimVerdict, type Finding, type PartVerdict, type Run, type Verdict, verdictOf } from './verdict.ts'
