/** Numbers over a plane: the first colour above 0, the second below, stronger farther away. */
import type { Colours } from '@xphi/lab/chart'
import { channels } from '../plot/colour.ts'

const strongest = 0.85

/** Paints `side` x `side` numbers, rows from the top, a pixel each. */
export function paintSigned(canvas: HTMLCanvasElement, values: ArrayLike<number>, side: number, { paper, series }: Colours): void {
  const image = new ImageData(side, side)
  const [ground, above, below] = [paper, series[0], series[1]].map(channels)
  const most = Math.max(...Array.from(values, Math.abs)) || 1
  for (let i = 0; i < side * side; i++) {
    const colour = values[i] < 0 ? below : above
    const share = strongest * Math.sqrt(Math.abs(values[i]) / most)
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = ground[c] + share * (colour[c] - ground[c])
    image.data[4 * i + 3] = 255
  }
  canvas.getContext('2d')!.putImageData(image, 0, 0)
}
