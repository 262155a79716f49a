import { readFileSync } from 'node:fs'
import { claims, readRuns } from '@xphi/lab/claims'
import { jsonFiles } from './json.plugin.ts'
import { chinese, figures } from './src/claims/chinese.ts'
import { figuresBy, shownClaims, translated } from './src/claims/shown.ts'

const runs = new URL('../../docs/claims.jsonl', import.meta.url)

/** The claims with the verdicts of the run of record. */
export const claimFiles = jsonFiles('virtual:claims', 'claims', () => {
  const kept = readRuns(readFileSync(runs, 'utf8'))
  const texts = shownClaims(claims, kept)
  return { en: texts, 'zh-CN': translated(texts, chinese, figures), figures: figuresBy(claims, kept) }
})
