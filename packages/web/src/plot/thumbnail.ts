/** A curve as small as a stamp. All have one window, so that shapes can be compared. */
import { polyline } from '@xphi/lab/chart'
import { type Section, sample } from '@xphi/lab/curve'

export const stamp = { width: 96, height: 64 } as const
const window = { from: -4, to: 4, low: -1.6, high: 3.2 } as const
const intervals = 160
const far = 1000

const across = (x: number): number => ((x - window.from) / (window.to - window.from)) * stamp.width
const up = (y: number): number => {
  const at = stamp.height - ((y - window.low) / (window.high - window.low)) * stamp.height
  return Math.min(far, Math.max(-far, at))
}

export const axes = polyline([
  [0, up(0)],
  [stamp.width, up(0)],
]).concat(
  polyline([
    [across(0), 0],
    [across(0), stamp.height],
  ]),
)

/** The path of a section's curve. */
export const thumbnail = (section: Section): string =>
  sample(section.value, window.from, window.to, intervals)
    .map(segment => polyline(segment.map(([x, y]) => [across(x), up(y)])))
    .join('')
