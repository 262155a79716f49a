/** The examples of docstrings, found and run: `expression // result` is checked, digits beyond those that are shown left open. */
export interface Example {
  readonly code: string
  /** What the comment stands before: the first line of the declaration, empty for a file's own. */
  readonly of: string
}

/** Every `@example` of a file's docstrings. */
export function examplesOf(text: string): Example[] {
  return [...text.matchAll(/^[ \t]*\/\*\*(?:(?!\*\/)[\s\S])*?@example\b((?:(?!\*\/)[\s\S])*)\*\/\s*(.*)/gm)].flatMap(([, body, of]) =>
    body.split('@example').map(part => ({ code: part.replace(/^[ \t]*\*[ \t]?/gm, '').trim(), of })),
  )
}

/** A line of an example that shows its result. */
const shown = /^(?!import\b|const\b|let\b|for\b|\/\/)(.*\S)\s+\/\/ (.+)$/

const AsyncFunction = (async () => {}).constructor as new (...args: readonly string[]) => (...values: readonly unknown[]) => Promise<void>

/** Runs an example with these names in scope; throws where a shown result is not the real one. Gives how many were checked. */
export async function runExample(code: string, scope: Readonly<Record<string, unknown>>): Promise<number> {
  let checked = 0
  const check = (text: string, actual: unknown, expected: unknown): void => {
    checked++
    if (!agrees(actual, expected, text)) throw new Error(`shown is ${text}, real is ${JSON.stringify(actual)}`)
  }
  const lines = code.split('\n').map(line => {
    if (/^import .* from '/.test(line)) return ''
    const [, expression, result] = shown.exec(line) ?? []
    return result && evaluable(result) ? `check(${JSON.stringify(result)}, await (${expression}), (${result}));` : line
  })
  const names = Object.keys(scope)
  await new AsyncFunction('check', ...names, `{${lines.join('\n')}\n}`)(check, ...names.map(n => scope[n]))
  return checked
}

/** A comment may be prose too. */
function evaluable(text: string): boolean {
  try {
    new AsyncFunction(`(${text})`)
    return true
  } catch {
    return false
  }
}

function agrees(actual: unknown, expected: unknown, text: string): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    if (Object.is(actual, expected)) return true
    const [, digits, power = '0'] = /^-?\d*\.(\d+)(?:e([+-]?\d+))?$/.exec(text) ?? []
    if (digits === undefined) return false
    const unit = 10 ** (Number(power) - digits.length)
    // Rounded to the digits shown, or cut off after them.
    const cut = Math.sign(expected) * (actual - expected)
    return Math.abs(cut) <= unit / 2 || (cut > 0 && cut < unit)
  }
  if (ArrayBuffer.isView(actual)) return agrees([...(actual as Float64Array)], expected, '')
  if (actual === null || typeof actual !== 'object') return actual === expected
  const [a, b] = [Object.entries(actual), Object.entries(expected as object)]
  return a.length === b.length && a.every(([k, v], i) => k === b[i][0] && agrees(v, b[i][1], ''))
}
