/** Exit codes, and which errors are the caller's to mend. */
export const exit = { ok: 0, failure: 1, usage: 2, diverged: 3, interrupted: 130 } as const

/** Wrong use of the command: the message names the offending value and the way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Thrown by a command that has said everything and ends with a code of its own. */
export class Ended extends Error {
  override readonly name = 'Ended'
  readonly code: number

  constructor(code: number) {
    super(`ended with exit code ${code}`)
    this.code = code
  }
}

// By name, not by class: the packages that throw them are loaded only where they are needed.
const callersFaults: ReadonlySet<string> = new Set([
  'UsageError',
  'FormulaError',
  'UnknownActivationError',
  'ParameterError',
  'DataError',
  'PlanError',
])

/** The exit code for an error that reached the top. */
export const exitCodeOf = (error: unknown): number => (error instanceof Error && callersFaults.has(error.name) ? exit.usage : exit.failure)

/** What is printed of an error: its message, with the stack only where it is this program's fault and XPHI_DEBUG is set. */
export function messageOf(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error)
  return debug && exitCodeOf(error) === exit.failure ? (error.stack ?? error.message) : error.message
}
