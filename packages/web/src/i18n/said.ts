/**
 * What libraries say in English (errors, and notes on a table), said in another language. The English text is the key: libraries stay as they
 * are, and a language is a file of pairs. A pair's marks stand for what is given: «0» for names and numbers, which stay as they are; ‹0› for
 * a phrase, which is said anew.
 */
export type Pair = readonly [english: string, other: string]

export interface Sayings {
  /** Whole messages. The first that fits is taken. */
  readonly messages: readonly Pair[]
  /** What stands only within them. */
  readonly phrases: readonly Pair[]
}

/** What stands for the marks of `english`, in their order; nothing where it does not fit. A search for each piece after the one before: no text of a stranger makes it slow. */
function given(english: readonly string[], text: string): readonly string[] | undefined {
  const found: string[] = []
  if (!text.startsWith(english[0])) return undefined
  let at = english[0].length
  for (let i = 2; i < english.length; i += 2) {
    const last = i === english.length - 1
    const to = last ? (text.endsWith(english[i]) ? text.length - english[i].length : -1) : text.indexOf(english[i], at)
    if (to < at) return undefined
    found.push(text.slice(at, to))
    at = to + english[i].length
  }
  return at === text.length ? found : undefined
}

function fromPairs(pairs: readonly Pair[], text: string, again: (phrase: string) => string): string | undefined {
  for (const [english, other] of pairs) {
    const pieces = english.split(/([«‹]\d)[»›]/)
    const values = given(pieces, text)
    if (values === undefined) continue
    const marks = pieces.filter((_, i) => i % 2 === 1)
    return other.replace(/[«‹](\d)[»›]/g, (_, n: string) => {
      const i = marks.findIndex(mark => mark[1] === n)
      return marks[i][0] === '‹' ? again(values[i]) : values[i]
    })
  }
  return undefined
}

/** English where the language has no words for it. */
export function said(text: string, { messages, phrases }: Sayings): string {
  const again = (phrase: string): string => (phrase === text ? phrase : (fromPairs([...phrases, ...messages], phrase, again) ?? phrase))
  return fromPairs(messages, text, again) ?? text
}
