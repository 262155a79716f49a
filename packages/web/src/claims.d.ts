declare module 'virtual:claims' {
  /** Of files with ShownClaim[], and ShownFigure[] by claim. */
  export const addresses: { readonly texts: string; readonly figures: string }
}
