/** Runs of claims as JSON lines: one line a run, so that a file that is cut short loses one. */
import type { Run } from './verdict.ts'

// JSON has no NaN and no infinities.
const named: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
}
const written = (_: string, value: unknown): unknown => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && Object.hasOwn(named, value) ? named[value] : undefined
}

/** The entries of an object, each read; undefined where one cannot be. */
function entriesOf<T>(value: unknown, read: (value: unknown) => T | undefined): Readonly<Record<string, T>> | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value).map(([name, content]) => [name, read(content)] as const)
  return entries.some(([, content]) => content === undefined) ? undefined : (Object.fromEntries(entries) as Record<string, T>)
}

function listOf(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined
  const numbers = value.map(numberOf)
  return numbers.includes(undefined) ? undefined : (numbers as number[])
}

export const runLine = (run: Run): string => `${JSON.stringify(run, written)}\n`

/** A run, or nothing where the line is none: what a file holds beside runs is left alone. */
function runOf(line: string): Run | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  const { claim, version, seed, seconds, machine } = value
  const values = entriesOf(value.values, numberOf)
  const series = value.series === undefined ? {} : entriesOf(value.series, listOf)
  if (
    ![claim, version, seed, seconds].every(Number.isFinite) ||
    typeof machine !== 'string' ||
    values === undefined ||
    series === undefined
  )
    return undefined
  return {
    claim: claim as number,
    version: version as number,
    seed: seed as number,
    seconds: seconds as number,
    machine,
    values,
    ...(value.series === undefined ? {} : { series }),
  }
}

/** The runs of a file, in the order of claim and seed; of two of one version the later stands. */
export function readRuns(text: string): readonly Run[] {
  const runs = new Map<string, Run>()
  for (const line of text.split('\n')) {
    const run = runOf(line)
    if (run !== undefined) runs.set(`${run.claim} ${run.version} ${run.seed}`, run)
  }
  return [...runs.values()].sort((a, b) => a.claim - b.claim || a.version - b.version || a.seed - b.seed)
}

export const runsText = (runs: readonly Run[]): string => runs.map(runLine).join('')
