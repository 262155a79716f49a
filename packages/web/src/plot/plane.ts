/** What a network says over the plane, painted. */
import type { Frame } from '../engine/messages.ts'

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/** Where values cross 1/2 within each cell of the grid (marching squares), in cells from the lower left corner. */
export function border(values: ArrayLike<number>, side: number): Segment[] {
  const segments: Segment[] = []
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column
      const [a, b, c, d] = [values[at], values[at + 1], values[at + side + 1], values[at + side]]
      const crossings: (readonly [number, number])[] = []
      const cross = (p: number, q: number, x: number, y: number, dx: number, dy: number) => {
        if (p >= 0.5 === q >= 0.5) return
        const share = (0.5 - p) / (q - p)
        crossings.push([x + share * dx, y + share * dy])
      }
      cross(a, b, column, row, 1, 0)
      cross(b, c, column + 1, row, 0, 1)
      cross(d, c, column, row + 1, 1, 0)
      cross(a, d, column, row, 0, 1)
      for (let i = 0; i + 1 < crossings.length; i += 2) segments.push([...crossings[i], ...crossings[i + 1]])
    }
  }
  return segments
}

export interface Ink {
  readonly paper: string
  readonly ink: string
  readonly classes: readonly [string, string]
}

const channels = (hex: string): readonly number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
const strongest = 0.42

/** Paints a frame over the whole canvas: the likelier class's colour, stronger where it is surer, and the line between them. */
export function paintPlane(canvas: HTMLCanvasElement, frame: Frame, ink: Ink): void {
  const { side, probabilities } = frame
  const context = canvas.getContext('2d')!
  const small = new ImageData(side, side)
  const [paper, ...classes] = [ink.paper, ...ink.classes].map(channels)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const p = probabilities[row * side + column]
      const share = strongest * Math.min(1, 0.25 + 0.75 * Math.abs(2 * p - 1))
      const colour = classes[p >= 0.5 ? 1 : 0]
      const at = 4 * ((side - 1 - row) * side + column)
      for (let i = 0; i < 3; i++) small.data[at + i] = paper[i] + share * (colour[i] - paper[i])
      small.data[at + 3] = 255
    }
  }
  const scratch = new OffscreenCanvas(side, side)
  scratch.getContext('2d')!.putImageData(small, 0, 0)
  const size = canvas.width
  // Grid points are the middles of the image's pixels: the outermost ones lie on the canvas's edge.
  const cell = size / (side - 1)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(scratch, -cell / 2, -cell / 2, cell * side, cell * side)
  context.beginPath()
  for (const [x1, y1, x2, y2] of border(probabilities, side)) {
    context.moveTo(x1 * cell, size - y1 * cell)
    context.lineTo(x2 * cell, size - y2 * cell)
  }
  context.strokeStyle = ink.ink
  context.lineWidth = size / 220
  context.lineCap = 'round'
  context.stroke()
}

/** Paints data: a dot for the first class, a cross for the second, so that no colour stands alone. */
export function paintPoints(canvas: HTMLCanvasElement, points: Float32Array, { from, to }: Pick<Frame, 'from' | 'to'>, ink: Ink): void {
  const context = canvas.getContext('2d')!
  const size = canvas.width
  const arm = size / 110
  context.lineWidth = size / 260
  for (const label of [0, 1]) {
    context.beginPath()
    for (let i = 0; i < points.length; i += 3) {
      if (points[i + 2] !== label) continue
      const x = ((points[i] - from[0]) / (to[0] - from[0])) * size
      const y = size - ((points[i + 1] - from[1]) / (to[1] - from[1])) * size
      if (label === 0) {
        context.moveTo(x + arm, y)
        context.arc(x, y, arm * 0.8, 0, 2 * Math.PI)
      } else {
        context.moveTo(x - arm, y - arm)
        context.lineTo(x + arm, y + arm)
        context.moveTo(x - arm, y + arm)
        context.lineTo(x + arm, y - arm)
      }
    }
    context.fillStyle = ink.classes[label]
    context.strokeStyle = ink.classes[label]
    if (label === 0) context.fill()
    else context.stroke()
  }
}
