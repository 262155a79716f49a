declare module 'virtual:words' {
  /** Of each language's files: what the lab says, and Sayings. */
  export const addresses: Readonly<Record<`${'' | 'sayings-'}${keyof typeof import('./i18n/parts.ts').translations}`, string>>
}
