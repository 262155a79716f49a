export { type Exact, exactColumn, ulpsOff } from './exact.ts'
export { describeWorst, errorsAt, measure, type Subject, type Worst, worse } from './measure.ts'
export { type Oracle, type Question, reference } from './oracle.ts'
export { landmarks, spicy, stratified } from './points.ts'
