import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { performancePage } from '../scripts/performance/page.mjs'

const text = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')

test('docs/performance.md is what its script makes of its records and of the table of errors', () => {
  const records = text('performance.jsonl')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as object)
  expect(performancePage(records, text('accuracy.md'))).toBe(text('performance.md'))
})
