/** A translation as data, so that it is a file and no script: a line that is given something has marks in its place. */
export type Written = string | { readonly [key: string]: Written }

/** Throws for what is neither text nor a line nor an object of such. */
export function written(messages: unknown): Written {
  if (typeof messages === 'string') return messages
  if (typeof messages === 'function') return written(messages(...Array.from({ length: messages.length }, (_, i) => `«${i}»`)))
  if (typeof messages !== 'object' || messages === null) throw new TypeError(`no message: ${String(messages)}`)
  return Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, written(message)]))
}

/** What was written; `like`, the same in another language, tells which are lines that are given something. */
export function spoken<M>(like: M, text: Written): M {
  if (typeof text === 'object')
    return Object.fromEntries(Object.entries(like as object).map(([name, message]) => [name, spoken(message, text[name])])) as M
  const line = (...given: readonly unknown[]) => text.replace(/«(\d)»/g, (_, i: string) => String(given[Number(i)]))
  return (typeof like === 'function' ? line : text) as M
}
