import { median } from '../../compare/statistics.ts'

/** Median milliseconds of a call, over `repeats` calls after a few that warm the engine up. */
export function milliseconds(call: () => unknown, repeats: number): number {
  for (let i = 0; i < 3; i++) call()
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now()
    call()
    return performance.now() - start
  })
  return median(times)
}
