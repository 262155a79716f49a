declare module 'virtual:claims' {
  /** Addresses of files with ShownClaim[], and ShownFigure[] by claim. */
  export const texts: string
  export const figures: string
}
