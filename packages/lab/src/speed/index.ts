/** @xphi/lab/speed: times of kernels, taken in turns. */
export { bench, type BenchOptions, type Job, type SpeedRow } from './bench.ts'
export { type Candidate, quantile, takeTurns, type Timing, type TimingOptions } from './timing.ts'
