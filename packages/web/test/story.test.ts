/** The story, the pages of functions, and visits without a network, in a real browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chapterIds } from '../src/story/chapters.ts'
import { hasChromium, killWorker, type Lab, legibilityOf, phone, startLab, still, violationsOf } from './lab.ts'

const workersOf = (page: Page): number => page.workers().length

describe.skipIf(!hasChromium)('the story', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await startLab()
  })
  afterAll(() => lab?.close())

  test('is read by keyboard, the address follows, and what is out of sight does not run', async () => {
    const { page, faults } = await lab.open('#1/story?f=gelu&chapter=tanh')
    await page.waitForFunction(() => /separated in \d+ steps/.test(document.querySelector('.donuts strong')?.textContent ?? ''))
    expect(workersOf(page)).toBe(1)
    await page.focus('.pager a:last-child')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('chapter=relu'))
    await page.waitForFunction(() => document.querySelectorAll('#chapter-relu path[stroke-dasharray]').length > 1)
    await page.waitForFunction(() => document.querySelectorAll('.donuts').length === 0)
    await page.goBack()
    await page.waitForSelector('#chapter-tanh .donuts')
    await page.evaluate(() => document.querySelector('#chapter-gelu')?.scrollIntoView())
    await page.waitForFunction(() => location.hash.includes('chapter=gelu'))
    await page.waitForFunction(() => document.querySelectorAll('.donuts').length === 0)
    expect(workersOf(page)).toBe(0)
    await page.click('#chapter-gelu a.primary')
    await page.waitForFunction(() => location.hash.startsWith('#1/compare?f=gelu&f=gelu_tanh&f=quick_gelu'))
    expect(faults).toEqual([])
    await page.context().close()
  })

  test.each([
    ['light', { ...still }],
    ['dark, Chinese, a phone', { ...still, ...phone, colorScheme: 'dark', locale: 'zh-CN' }],
  ] as const)('has every chapter with its experiment, legible and without a fault that axe finds: %s', async (_, options) => {
    const { page, faults } = await lab.open('#1/story?f=gelu', options)
    for (const id of chapterIds) {
      // What stands above it may still grow, and push it out of sight.
      await page.waitForFunction(at => {
        const figure = document.querySelector(`#chapter-${at} figure`)
        figure?.scrollIntoView({ block: 'center' })
        return figure?.querySelector('.running :is(svg, canvas)')
      }, id)
      await page.waitForSelector(`#chapter-${id} .claim svg`)
    }
    expect(await violationsOf(page)).toEqual([])
    const { width, wide, small } = await legibilityOf(page)
    expect(wide).toBeLessThanOrEqual(width)
    expect(small).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('says that a worker died, and goes on with another', async () => {
    const { page } = await lab.open('#1/story?f=gelu&chapter=leaky', still)
    // A line without a height is hidden, as a browser counts.
    const drawn = () => page.waitForSelector('#chapter-leaky .running path[d^=M][stroke-dasharray]', { state: 'attached' })
    await drawn()
    await killWorker(page)
    await page.click('#chapter-leaky [role=alert] button')
    await page.waitForSelector('#chapter-leaky [role=alert]', { state: 'detached' })
    await drawn()
    await page.context().close()
  })

  test('pages of functions are legible without JavaScript, and have no fault that axe finds', async () => {
    for (const [path, options] of [
      ['functions/smooth_swiglu.html', { ...phone, colorScheme: 'dark' }],
      ['functions/zh-CN/index.html', phone],
    ] as const) {
      const { page, faults } = await lab.open(path, options)
      expect(await violationsOf(page), path).toEqual([])
      const { width, wide, small } = await legibilityOf(page)
      expect([wide, small], path).toEqual([width, []])
      expect(faults, path).toEqual([])
      await page.context().close()
    }
    const { page } = await lab.open('functions/gelu.html', { javaScriptEnabled: false })
    expect(await page.textContent('h1')).toContain('GELU')
    await page.context().close()
  })

  // The last one: there is no network after it.
  test('works without a network after the first visit, training and all, isolated as before', async () => {
    const { page, faults } = await lab.open('', { serviceWorkers: 'allow' })
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    lab.unplug()
    await page.goto(`${lab.address}#1/story?f=gelu&chapter=tanh`)
    await page.reload()
    await page.waitForFunction(() => /separated in \d+ steps/.test(document.querySelector('.donuts strong')?.textContent ?? ''))
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    await page.goto(`${lab.address}functions/elu.html`)
    expect(await page.textContent('h1')).toContain('ELU')
    expect(faults).toEqual([])
    await page.context().close()
  })
})
