/** What research and readers expect of the lab's pace, measured in a browser. */
import type { Page } from 'playwright-core'

/** Milliseconds, but for `shift`, which has no unit. */
export interface Loading {
  readonly largestPaint: number
  readonly blocking: number
  readonly shift: number
}

/** What a page collects from its start on. */
interface Collected {
  /** The first, and those that were the largest so far. */
  readonly first: number[]
  readonly paints: number[]
  readonly tasks: (readonly [start: number, duration: number])[]
  readonly shifts: number[]
  readonly frames: number[]
  readonly responses: number[]
}
declare const collected: Collected

const longestTask = 50

/** Before the page is loaded. */
export const collect = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const all: Collected = { first: [], paints: [], tasks: [], shifts: [], frames: [], responses: [] }
    Object.assign(globalThis, { collected: all })
    const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true })
    observe('paint', entry => entry.name === 'first-contentful-paint' && all.first.push(entry.startTime))
    observe('largest-contentful-paint', entry => all.paints.push(entry.startTime))
    observe('longtask', entry => all.tasks.push([entry.startTime, entry.duration]))
    observe('layout-shift', entry => all.shifts.push((entry as PerformanceEntry & { value: number }).value))
    const draw = CanvasRenderingContext2D.prototype.drawImage
    CanvasRenderingContext2D.prototype.drawImage = function (...given: unknown[]) {
      all.frames.push(performance.now())
      Reflect.apply(draw, this, given)
    }
    // From the event to what was painted for it: a task after the next frame.
    addEventListener(
      'pointermove',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => all.responses.push(performance.now() - timeStamp)
          port2.postMessage(undefined)
        }),
      true,
    )
  })

/** With a processor that is so many times slower than this one. */
export async function slowed(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

export const loadingOf = (page: Page): Promise<Loading> =>
  page.evaluate(
    longest => ({
      largestPaint: collected.paints.at(-1) ?? Number.NaN,
      // What is over 50 ms of each task after the first paint.
      blocking: collected.tasks.reduce((sum, [start, duration]) => {
        const after = Math.min(duration, start + duration - collected.first[0])
        return sum + Math.max(0, after - longest)
      }, 0),
      shift: collected.shifts.reduce((sum, shift) => sum + shift, 0),
    }),
    longestTask,
  )

/** Frames of pictures a second, each of so many pictures. */
export const framesOf = (page: Page, pictures: number): Promise<number> =>
  page.evaluate(count => {
    const { frames } = collected
    return (1000 * (frames.length / count - 1)) / (frames[frames.length - 1] - frames[0])
  }, pictures)

/** Milliseconds within which 95 % of the moves of a pointer across an element were answered. */
export async function responseOf(page: Page, selector: string): Promise<number> {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!
  const moves = 60
  for (let i = 0; i < moves; i++) await page.mouse.move(x + (width * (i + 0.5)) / moves, y + height / 2)
  return page.evaluate(() => collected.responses.toSorted((a, b) => a - b)[Math.floor(0.95 * collected.responses.length)])
}
