declare module 'virtual:words' {
  /** Of each language's file with what the lab says. */
  export const addresses: Readonly<Record<keyof typeof import('./i18n/parts.ts').translations, string>>
}
