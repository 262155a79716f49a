/** The first Ctrl-C ends the work and keeps what is finished, the second the process. */
import { exit } from './exit.ts'

export function onInterrupt(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exit.interrupted)
    controller.abort()
  }
  process.on('SIGINT', stop)
  return { signal: controller.signal, end: () => process.off('SIGINT', stop) }
}
