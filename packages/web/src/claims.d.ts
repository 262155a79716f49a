declare module 'virtual:claims' {
  /** Of files with ShownClaim[] in each language, and ShownFigure[] by claim. */
  export const addresses: Readonly<Record<import('./i18n/languages.ts').Language | 'figures', string>>
}
