declare module 'virtual:prose' {
  /** What is read of each catalogue entry, in English, by name. */
  export const prose: Readonly<Record<string, import('./prose/prose.ts').Prose>>
}
