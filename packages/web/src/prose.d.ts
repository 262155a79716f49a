declare module 'virtual:prose' {
  /** Of each language's file of texts. */
  export const addresses: Readonly<Record<import('./i18n/languages.ts').Language, string>>
}
