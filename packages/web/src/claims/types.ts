export type ShownVerdict = 'holds' | 'fails' | 'undecided'

export interface ShownFinding {
  readonly measure: string
  readonly bound: string
  /** With its interval. */
  readonly value: string
  readonly verdict: ShownVerdict
}

export interface ShownPart {
  readonly statement: string
  readonly expected: 'holds' | 'fails'
  readonly verdict: ShownVerdict
  readonly surprise: boolean
  /** The bounds contradict the statement. */
  readonly refuted: boolean
  readonly findings: readonly ShownFinding[]
}

/** A claim of words alone has a correction and no parts. */
export interface ShownClaim {
  readonly id: number
  readonly title: string
  readonly statement: string
  readonly source: string
  readonly test?: string
  readonly correction?: string
  /** What the run of record calls for. */
  readonly notes: readonly string[]
  readonly effort?: string
  readonly parts: readonly ShownPart[]
}

export interface ShownFigure {
  readonly svg: string
  readonly caption: string
}

/** What is listed of them. */
export const filters = ['all', 'holds', 'fails', 'undecided', 'surprise', 'text'] as const
export type Filter = (typeof filters)[number]

export const fits = (filter: Filter, { parts }: ShownClaim): boolean =>
  filter === 'all' ||
  (filter === 'text' ? parts.length === 0 : parts.some(part => (filter === 'surprise' ? part.surprise : part.verdict === filter)))
