/** Places in a figure, in pixels from its upper left corner. */
export type Pixel = readonly [x: number, y: number]

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
