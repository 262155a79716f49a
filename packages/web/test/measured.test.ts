/** FP8, Cost and Claims, and what is measured on Define, in a real browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, type Lab, legibilityOf, phone, saved, startLab, still, violationsOf } from './lab.ts'

const answered = (page: Page): Promise<unknown> => page.waitForSelector('[data-phase=answered]')

describe.skipIf(!hasChromium)('what the lab measures', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await startLab()
  })
  afterAll(() => lab?.close())

  test('FP8: the keyboard scales the outlier up, the others drown by one scale and not by smooth ones', async () => {
    const { page, faults } = await lab.open('#1/fp8?f=swiglu&outlier=0', still)
    const said = () => page.textContent('[role=status]')
    const errors = async () => [...((await said()) ?? '').matchAll(/by (\d+(?:\.\d)?) %/g)].map(match => Number(match[1]))
    await page.waitForFunction(() => /by .* %.* by .* %/.test(document.querySelector('[role=status]')?.textContent ?? ''))
    for (const error of await errors()) expect(error).toBeLessThan(5)
    await page.focus('input[type=range]')
    await page.keyboard.press('End')
    expect(await page.getAttribute('input[type=range]', 'aria-valuetext')).toBe('2 to the power of 32')
    await page.waitForFunction(() => /by 100 %/.test(document.querySelector('[role=status]')?.textContent ?? ''))
    expect((await errors())[1]).toBeLessThan(5)
    await page.waitForFunction(() => location.hash === '#1/fp8?f=swiglu&outlier=32')
    await page.click('summary')
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 4)
    expect(await saved(page, 'SVG')).toMatch(/^<svg [^>]*>\s*<title>Outputs of swiglu over the grid of E4M3/)
    expect((await saved(page, 'CSV')).split('\n')[0]).toBe('scale,from,others,outlier')
    await page.click('label:has-text("a network that learns")')
    await page.waitForFunction(() => /Step (\d+) of \1: in f32/.test(document.body.textContent ?? ''))
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('Cost: measures each function forward and backward, tells its clock, and leaves the GPU a row', async () => {
    const { page, faults } = await lab.open('#1/cost?f=relu&f=gelu&elements=1024', still)
    await answered(page)
    const figure = (await page.textContent('.figure')) ?? ''
    for (const text of ['relu forward', 'relu backward', 'gelu forward', 'gelu backward', 'GPU', 'not yet']) expect(figure).toContain(text)
    expect(await page.textContent('main')).toMatch(/clock tells \d+ µs apart \(this page is isolated\)/)
    await page.click('summary')
    await page.waitForSelector('details td')
    expect(await page.locator('details td:empty').count()).toBe(0)
    const rows = (await saved(page, 'CSV')).trimEnd().split('\n').slice(1)
    for (const row of rows) expect(Number(row.split(',')[4])).toBeGreaterThan(0)
    expect(rows.filter(row => row.includes(',copy,'))).toHaveLength(4)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('Cost: a worker that falls silent is given up after a minute, and another measures', async () => {
    const { page } = await lab.open('', still)
    await page.waitForSelector('.take')
    await page.clock.install()
    const [worker] = await Promise.all([
      page.waitForEvent('worker'),
      page.evaluate(() => {
        location.hash = '#1/cost?f=relu&elements=1048576'
      }),
    ])
    await worker.evaluate(() => {
      globalThis.postMessage = () => undefined
    })
    await page.clock.runFor(59_000)
    expect(await page.locator('.status .fault').count()).toBe(0)
    await page.clock.runFor(6000)
    await page.waitForSelector('.status .fault:has-text("told nothing for 60 s: try again")')
    await page.click('button:has-text("Measure again")')
    await answered(page)
    await page.context().close()
  })

  test('Claims: are filtered by verdict, opened by address and by hand, with their figures', async () => {
    const { page, faults } = await lab.open('#1/claims?f=gelu&claim=20', still)
    await page.waitForSelector('details[open] figure svg')
    expect(await page.textContent('details[open]')).toContain('GELU errs less than ReLU.')
    const all = await page.locator('details').count()
    await page.click('label:has-text("a surprise")')
    await page.waitForFunction(() => location.hash.includes('verdict=surprise'))
    const few = await page.locator('details').count()
    expect(few).toBeGreaterThan(0)
    expect(few).toBeLessThan(all)
    expect(await page.locator('summary svg[aria-label*="a surprise"]').count()).toBe(few)
    await page.locator('summary').first().press('Enter')
    await page.waitForFunction(() => !/claim=20(&|$)/.test(location.hash))
    await page.goBack()
    await page.waitForFunction(() => /claim=20(&|$)/.test(location.hash))
    await page.locator('details[open] summary').press('Enter')
    await page.waitForFunction(() => location.hash.startsWith('#1/claims') && !location.hash.includes('claim='))
    expect((await saved(page, 'CSV')).split('\n')[0]).toMatch(/^claim,title,part,/)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('Claims: what cannot be fetched is told, and is there once the page is loaded again', async () => {
    const { page } = await lab.open('#1/explore?f=gelu', still)
    await page.route('**/claims-en*', route => route.abort())
    await page.click('nav a:has-text("Claims")')
    await page.waitForSelector('[role=alert]:has-text("could not be loaded")')
    await page.unroute('**/claims-en*')
    await page.click('[role=alert] button')
    await page.waitForSelector('details')
    await page.context().close()
  })

  test("Explore and Define: parameters slide, and a function of one's own is measured", async () => {
    const { page, faults } = await lab.open('#1/explore?f=elu', still)
    await page.focus('input[type=range]')
    await page.keyboard.press('Home')
    await page.waitForFunction(() => location.hash === '#1/explore?f=elu;alpha=-2')
    await page.click('button:has-text("reset")')
    await page.waitForFunction(() => location.hash === '#1/explore?f=elu')
    await page.evaluate(() => {
      location.hash = '#1/define?f=mine=x*sigmoid(a*x);a=2'
    })
    await page.waitForSelector('dd[data-phase=answered]')
    expect(await page.textContent('dd[data-phase=answered]')).toMatch(/value: 0\.\d\d ulp in f64, 0\.\d\d in f32.*derivative: 0\.\d\d ulp/s)
    expect(await page.textContent('main')).toMatch(/Range.*−0\.139\d* to ∞.*Zeros\s*0\s*Minima/s)
    expect(faults).toEqual([])
    await page.context().close()
  })

  const addresses = ['#1/fp8?f=swiglu', '#1/cost?f=relu&elements=1024', '#1/claims?f=gelu&claim=20'] as const
  const ready = async (page: Page, hash: string): Promise<void> => {
    await page.waitForSelector(hash.includes('claims') ? 'figure svg' : '[data-phase=answered]')
    await page.waitForSelector('.take')
  }

  test.each([
    ['on a phone', { viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true }],
    ['in the dark', { colorScheme: 'dark' }],
    ['in Chinese', { locale: 'zh-CN', ...phone }],
  ] as const)('has no fault that axe finds, fits, and is legible, %s', async (_, options) => {
    for (const hash of addresses) {
      const { page, faults } = await lab.open(hash, { ...still, ...options })
      await ready(page, hash)
      expect(await violationsOf(page), hash).toEqual([])
      const { width, wide, small } = await legibilityOf(page)
      expect(small).toEqual([])
      expect(wide, hash).toBeLessThanOrEqual(width)
      if ('viewport' in options) expect(width).toBe(options.viewport.width)
      expect(faults, hash).toEqual([])
      await page.context().close()
    }
  })
})
