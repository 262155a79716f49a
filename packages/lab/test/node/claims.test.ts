import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimOf, readRuns, runLine, type TestedClaim } from '../../src/claims/index.ts'
import { claimLoader } from '../../src/node/claimdata.ts'
import { type ClaimsProgress, runClaims, runsIn } from '../../src/node/claims.ts'

const tested = (id: number) => claimOf(id) as TestedClaim
const gradient = tested(2)
const quick = [gradient, tested(25)]
const planned = 11

describe('runClaims', () => {
  let folder = ''
  let results = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xphi-'))
    results = join(folder, 'claims.jsonl')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (claims: readonly TestedClaim[], more = {}) => {
    const news: ClaimsProgress[] = []
    const outcome = await runClaims(claims, { data: folder, results, workers: 2, onProgress: p => news.push(p), ...more })
    return { ...outcome, news }
  }

  it('runs every seed in threads, with the bits of this thread, and keeps each as a line', async () => {
    const { runs, failures, news } = await run(quick)
    expect(failures).toEqual([])
    expect(runs.length).toBe(planned)
    expect(news.map(({ done, planned }) => [done, planned])).toEqual(Array.from({ length: planned }, (_, i) => [i + 1, planned]))
    expect(news.at(-1)!.etaSeconds).toBe(0)
    expect(readRuns(readFileSync(results, 'utf8')).length).toBe(planned)
    const own = await gradient.run({ seed: 103, load: claimLoader(folder) })
    expect(runs.find(({ claim, seed }) => claim === 2 && seed === 103)!.values).toEqual(own.values)
  })

  it('repeats nothing that the file has, but for another version and a line that was cut short', async () => {
    await run(quick)
    const before = readFileSync(results, 'utf8')
    expect((await run(quick)).news).toEqual([])
    expect(readFileSync(results, 'utf8')).toBe(before)

    const lines = readRuns(before).map(runLine)
    const old = { ...readRuns(before)[0], version: 0 }
    writeFileSync(results, [runLine(old), ...lines.slice(1, -1), lines.at(-1)!.slice(0, 30)].join(''))
    const { news, runs } = await run(quick)
    expect(news.length).toBe(2)
    expect(runs.filter(({ version }) => version === 1).length).toBe(planned)
    expect(readRuns(readFileSync(results, 'utf8')).filter(({ version }) => version === 1).length).toBe(planned)
  })

  it('keeps no file where none is asked for', async () => {
    const { runs } = await runClaims([tested(25)], { data: folder, workers: 1 })
    expect(runs.length).toBe(1)
    expect(runsIn(results)).toEqual([])
  })

  it('says which data is missing and how to give it, and runs the rest', async () => {
    const { runs, failures } = await run([tested(33), tested(25)])
    expect(runs.map(({ claim }) => claim)).toEqual([25])
    expect(failures).toEqual([{ claim: 33, message: expect.stringMatching(/stories260K\.bin.*--data/) }])
  })

  it('reports a seed that fails, and goes on', async () => {
    const broken = { ...gradient, id: 1, seeds: [100] }
    const { runs, failures } = await run([broken, tested(25)])
    expect(runs.map(({ claim }) => claim)).toEqual([25])
    expect(failures).toEqual([{ claim: 1, message: expect.stringMatching(/^seed 100: /) }])
  })

  it('ends when told to, and keeps what is finished', async () => {
    const controller = new AbortController()
    const many = { ...gradient, seeds: Array.from({ length: 5000 }, (_, i) => i) }
    const { runs } = await run([many], { signal: controller.signal, onProgress: () => controller.abort() })
    expect(runs.length).toBeGreaterThan(0)
    expect(runs.length).toBeLessThan(5000)
    expect(runsIn(results).length).toBe(runs.length)
  })
})

describe('the data of claims', () => {
  it('that a folder does not have is named', async () => {
    await expect(claimLoader('/nowhere')('names')).rejects.toThrow(/names\.txt of makemore.*\/nowhere.*--data/)
  })
})
