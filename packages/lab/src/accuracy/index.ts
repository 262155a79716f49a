/** @xphi/lab/accuracy: errors in ulps, measured against the exact reference or a faster oracle that agrees with it. */
export { type Exact, exactColumn, ulpsOff } from './exact.ts'
export { fingerprint } from './fingerprint.ts'
export { Hash } from './hash.ts'
export { describeWorst, errorsAt, measure, type Subject, type Worst, worse } from './measure.ts'
export { type Oracle, type Question, reference } from './oracle.ts'
export { landmarks, spicy, stratified } from './points.ts'
export { type Columns, type Implementation, type Part, partsOf, type Peer, peer, typescript, wasm } from './subjects.ts'
export { type AccuracyRow, accuracyTable, type TableOptions } from './table.ts'
