import { defineConfig } from 'vitest/config'
import { PlainCounts } from './test/reporter.ts'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One fewer by default, which leaves a core idle while a test waits for a browser or for its own threads.
    maxWorkers: '100%',
    setupFiles: ['test/setup.ts'],
    reporters: ['default', new PlainCounts()],
  },
})
