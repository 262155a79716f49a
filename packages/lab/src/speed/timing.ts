/** Times on a machine that does other things too: candidates take turns in short rounds, and what is told is the median with its spread. */

export interface Candidate {
  readonly name: string
  /** One call; what it works on was prepared before. */
  run(): unknown
  /** Where the work is done in another process: the milliseconds that so many calls take there. */
  timed?(calls: number): Promise<number>
}

/** Nanoseconds an element: the median of the rounds, and the quartiles about it. */
export interface Timing {
  readonly name: string
  readonly median: number
  readonly lower: number
  readonly upper: number
  readonly rounds: number
}

export interface TimingOptions {
  /** Elements that one call processes. */
  readonly elements: number
  readonly rounds: number
  /** Length of one candidate's turn. */
  readonly turnMs: number
  /** Milliseconds. */
  readonly now?: () => number
}

interface Prepared {
  readonly candidate: Candidate
  /** Calls a turn. */
  calls: number
  /** Nanoseconds an element. */
  readonly times: number[]
}

/** The value below which a share of the sorted numbers lies, between the two neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low)
}

/** Warms each candidate up while it looks for the number of calls that fills a turn; then all take turns. Promises are awaited. */
export async function takeTurns(candidates: readonly Candidate[], options: TimingOptions): Promise<readonly Timing[]> {
  const { elements, rounds, turnMs, now = () => performance.now() } = options
  const turn = async (candidate: Candidate, calls: number): Promise<number> => {
    if (candidate.timed) return candidate.timed(calls)
    const start = now()
    for (let i = 0; i < calls; i++) {
      const result = candidate.run()
      if (result instanceof Promise) await result
    }
    return now() - start
  }
  /** Nanoseconds an element of a turn no shorter than that, with as many calls as it takes. */
  const filled = async (c: Prepared, leastMs: number): Promise<number> => {
    let took = await turn(c.candidate, c.calls)
    for (; took < leastMs; took = await turn(c.candidate, c.calls))
      c.calls = Math.min(c.calls * 16, Math.max(c.calls + 1, Math.ceil((c.calls * turnMs) / Math.max(took, turnMs / 64))))
    return (took * 1e6) / (c.calls * elements)
  }
  const prepared = candidates.map((candidate): Prepared => ({ candidate, calls: 1, times: [] }))
  for (const c of prepared) await filled(c, turnMs / 2)
  // A warm-up that was interrupted found too few calls: a turn of them may be shorter than the clock can tell.
  for (let round = 0; round < rounds; round++) for (const c of prepared) c.times.push(await filled(c, turnMs / 4))
  return prepared.map(({ candidate, times }) => {
    times.sort((a, b) => a - b)
    const [lower, median, upper] = [0.25, 0.5, 0.75].map(share => quantile(times, share))
    return { name: candidate.name, median, lower, upper, rounds }
  })
}
