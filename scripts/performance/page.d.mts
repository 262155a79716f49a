/** The page, of the records of docs/performance.jsonl and the text of docs/accuracy.md. */
export function performancePage(records: readonly object[], accuracy: string): string
