export interface Bundle {
  /** gzip level 9 of what a page loads with the entry: its script, and those that it imports. */
  readonly bytes: number
  /** The same with the scripts that are loaded only when they are wanted, `import()`. */
  readonly all: number
  /** The library's files that have a part in the first. */
  readonly files: readonly string[]
  readonly code: string
}
export const backend: string
export function bundle(text: string): Promise<Bundle>
