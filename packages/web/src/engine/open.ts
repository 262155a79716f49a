/** One script for all that is computed aside, so that what it is made of is loaded once. */
export const openWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
