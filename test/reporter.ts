/** The last word on a run: its counts in one plain line, and on CI that a skipped test is a failure. */
import { existsSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

const sharedData = new URL('../../shared/data/', import.meta.url)

export class PlainCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: 'passed' | 'failed' | 'skipped'): number => tests.filter(test => test.result().state === state).length
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
    // Without the data beside the repository its tests cannot run; anything else a CI machine must have.
    if (!process.env.CI || count('skipped') === 0 || !existsSync(sharedData)) return
    console.error('skipped on CI, where nothing may be missing:')
    for (const test of tests) if (test.result().state === 'skipped') console.error(`  ${test.module.relativeModuleId}: ${test.fullName}`)
    process.exitCode = 1
  }
}
