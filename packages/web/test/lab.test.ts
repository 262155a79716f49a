import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { section } from '@xphi/lab/curve'
import { catalogue } from 'xphi/catalogue'
import { activation } from 'xphi/formula'
import { csvOf, svgOf } from '../src/parts/take.ts'
import { collect, framesOf, loadingOf, responseOf, slowed } from './budgets.ts'
import { hasChromium, type Lab, legibilityOf, phone, sizes, startLab, still, violationsOf } from './lab.ts'

const phaseOf = (page: Page, phase: string): Promise<unknown> =>
  page.waitForFunction(wanted => [...document.querySelectorAll<HTMLElement>('.donuts')].some(d => d.dataset.phase === wanted), phase)

describe.skipIf(!hasChromium)('the lab', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await startLab()
  })
  afterAll(() => lab?.close())

  test('keeps to its budget of bytes', () => {
    const { initial, all } = sizes(lab.folder)
    console.log(`scripts, gzip: ${(initial / 1000).toFixed(1)} kB before the first view, ${(all / 1000).toFixed(1)} kB in all`)
    expect(initial).toBeGreaterThan(20_000)
    expect(initial).toBeLessThanOrEqual(60_000)
    expect(all).toBeLessThanOrEqual(180_000)
  })

  // Times are printed beside their budgets: on a busy machine they say nothing.
  test('keeps to its budget of shifts, and prints its times', async () => {
    const measure = async (hash: string, pictures: number, times: number) => {
      // As high as six pictures: out of sight none is painted.
      const { page, faults } = await lab.open('functions/index.html', { viewport: { width: 1280, height: pictures > 1 ? 1800 : 800 } })
      await collect(page)
      await slowed(page, times)
      await page.goto(lab.address + hash)
      await page.waitForFunction(
        count => document.querySelectorAll('.donuts[data-phase=ended]').length === count && document.querySelector('.take'),
        pictures,
      )
      const loading = { ...(await loadingOf(page)), frames: await framesOf(page, pictures) }
      const measured = { ...loading, response: times > 1 ? Number.NaN : await responseOf(page, '.slider svg') }
      expect(faults).toEqual([])
      await page.context().close()
      return measured
    }
    const slow = await measure('', 1, 4)
    const alone = await measure('', 1, 1)
    const six = await measure('#1/compare?f=gelu&f=relu&f=silu&f=tanh&f=elu&f=mish', 6, 1)
    const told = [
      ['largest paint, a quarter of the speed', slow.largestPaint, '<= 1500 ms'],
      ['blocking, a quarter of the speed', slow.blocking, '<= 300 ms'],
      ['answer to the pointer, 95 %', alone.response, '<= 25 ms'],
      ['the same of six functions', six.response, '<= 25 ms'],
      ['boundary, one', alone.frames, '>= 12 a second'],
      ['boundaries, six', six.frames, '>= 6 a second'],
      ['layout shift', slow.shift, '<= 0.01'],
    ] as const
    for (const [what, value, budget] of told) {
      console.log(`${what}: ${value.toFixed(value < 1 ? 4 : 0)} (${budget})`)
      expect(value).toBeGreaterThanOrEqual(0)
    }
    for (const { shift } of [slow, alone, six]) expect(shift).toBeLessThanOrEqual(0.01)
  })

  test('shows formula, curve and slope, forms the donuts unasked, and offers the next step', async () => {
    const { page, faults } = await lab.open('')
    await page.waitForSelector('h1')
    expect(await page.textContent('h1')).toContain('GELU')
    expect(await page.locator('math').first().textContent()).toMatch(/x\s*Φ/)
    await page.waitForSelector('.slider svg path[stroke-dasharray]')
    await phaseOf(page, 'running')
    await page.waitForFunction(() => /separated in \d+ steps/.test(document.querySelector('.donuts strong')?.textContent ?? ''))
    await phaseOf(page, 'ended')
    const painted = await page.evaluate(() => {
      const canvas = document.querySelector('canvas')!
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      const colours = new Set<number>()
      for (let i = 0; i < data.length; i += 40) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
      return colours.size
    })
    expect(painted).toBeGreaterThan(20)
    // Below the first view nothing is drawn before it is seen.
    const stamps = () => page.locator('section[aria-labelledby=gallery] path:nth-child(2)[d^=M]').count()
    expect(await stamps()).toBe(0)
    await page.locator('#gallery').scrollIntoViewIfNeeded()
    await page.waitForFunction(() => !document.querySelector('section[aria-labelledby=gallery] path[d=""]'))
    expect(await stamps()).toBe(catalogue.length)
    await page.click('text=Compare with relu')
    await page.waitForFunction(() => document.querySelectorAll('.donuts').length === 2)
    expect(new URL(page.url()).hash).toBe('#1/compare?f=gelu&f=relu')
    await page.goBack()
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('GELU'))
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('separates in the same number of steps on every visit, watched or not', async () => {
    const captions: (string | null)[] = []
    for (const options of [{}, still]) {
      const { page } = await lab.open('#1/explore?f=tanh&seed=3', options)
      await phaseOf(page, 'ended')
      captions.push(await page.textContent('.donuts strong'))
      await page.context().close()
    }
    expect(captions[0]).toMatch(/^separated in \d+ steps$/)
    expect(captions[1]).toBe(captions[0])
  })

  test('shows the end at once where motion is unwanted, and plays when asked', async () => {
    const { page } = await lab.open('', still)
    await phaseOf(page, 'ended')
    await page.click('.donuts button:has-text("Play")')
    await phaseOf(page, 'running')
    await page.context().close()
  })

  test('leaves a training alone while the cursor moves', async () => {
    const { page } = await lab.open('', still)
    await phaseOf(page, 'ended')
    const began = page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const phases: (string | undefined)[] = []
          const donuts = document.querySelector<HTMLElement>('.donuts')!
          new MutationObserver(() => phases.push(donuts.dataset.phase)).observe(donuts, { attributeFilter: ['data-phase'] })
          const look = () => (location.hash.includes('x=1.1') ? resolve(phases.length) : requestAnimationFrame(look))
          look()
        }),
    )
    await page.focus('[role=slider]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await began).toBe(0)
    await page.context().close()
  })

  test('is used by keyboard alone: the cursor says x, value and slope', async () => {
    const { page } = await lab.open('', still)
    await page.waitForSelector('[role=slider]')
    for (let i = 0; i < 20 && (await page.evaluate(() => document.activeElement?.getAttribute('role'))) !== 'slider'; i++)
      await page.keyboard.press('Tab')
    const said = () => page.getAttribute('[role=slider]', 'aria-valuetext')
    expect(await said()).toBe('x = 1.00: value 0.8413447, slope 1.083315')
    await page.keyboard.press('ArrowRight')
    expect(await said()).toMatch(/^x = 1\.05: /)
    await page.keyboard.press('Home')
    expect(await said()).toMatch(/^x = −5\.00: value −1\.43\d*e−6, slope −7\.14\d*e−6$/)
    await page.waitForFunction(() => location.hash === '#1/explore?f=gelu&x=-5')
    await page.reload()
    await page.waitForSelector('[role=slider]')
    expect(await page.getAttribute('[role=slider]', 'aria-valuenow')).toBe('-5')
    for (let i = 0; i < 20 && (await page.evaluate(() => document.activeElement?.textContent)) !== 'Compare'; i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('table')
    await page.context().close()
  })

  test('points at the fault of a formula, and trains it once it has none', async () => {
    const { page, faults } = await lab.open('#1/define?f=mine=x*sigmoid(x)', still)
    await phaseOf(page, 'ended')
    await page.fill('#formula', 'x * sigmod(x)')
    await page.waitForFunction(() => document.querySelector('#formula-fault')?.textContent?.includes('did you mean sigmoid?, at column 5'))
    await page.fill('#formula', 'max(x, a*x/2) + (x > 1 ? 1 : 0)')
    await page.waitForFunction(() => /≈ 0\.00, 1\.00/.test(document.body.textContent ?? ''))
    expect(new URL(page.url()).hash).toMatch(/^#1\/define\?f=mine=max\(x,%20a\*x\/2\)/)
    expect(await page.textContent('#formula-fault')).toBe('')
    await phaseOf(page, 'ended')
    await page.goBack()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#formula')?.value === 'x*sigmoid(x)')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('gives away the picture and the numbers that the command line gives', async () => {
    const { page } = await lab.open('#1/explore?f=silu', still)
    const silu = [section(activation('silu'))]
    for (const [label, content] of [
      ['SVG', svgOf(silu, true)],
      ['CSV', csvOf(silu)],
    ]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.take button:has-text("${label}")`)])
      expect(download.suggestedFilename()).toBe(`silu.${label.toLowerCase()}`)
      expect(readFileSync(await download.path(), 'utf8')).toBe(content)
    }
    const [png] = await Promise.all([page.waitForEvent('download'), page.click('.take button:has-text("PNG")')])
    expect([...readFileSync(await png.path()).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    await page.context().close()
  })

  test('says what of an address it could not use, and goes on', async () => {
    const { page, faults } = await lab.open('#1/explore?f=gleu&x=9', still)
    await page.waitForSelector('[role=alert]')
    expect(await page.textContent('[role=alert]')).toContain('did you mean gelu?')
    await phaseOf(page, 'ended')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('trains on a host that does not isolate it from others, and says what is worse there', async () => {
    const { page, faults } = await lab.open('', still)
    await page.waitForSelector('.take')
    expect(await page.locator('footer').count()).toBe(0)
    await page.route(lab.address, async route => {
      const response = await route.fetch()
      const isolating = /^cross-origin-(opener|embedder)-policy$/
      await route.fulfill({
        response,
        headers: Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !isolating.test(name))),
      })
    })
    await page.reload()
    await phaseOf(page, 'ended')
    expect(await page.textContent('footer')).toContain('npx xphi serve')
    expect(await page.textContent('.donuts strong')).toMatch(/^separated in \d+ steps$/)
    expect(faults).toEqual([])
    await page.context().close()
  })

  const addresses = ['#1/explore?f=elu', '#1/compare?f=gelu&f=relu', '#1/define?f=mine=x*sigmoid(a*x);a=2'] as const

  test.each(addresses)('fits a phone, in letters of 11 px and more: %s', async hash => {
    const { page } = await lab.open(hash, { ...still, ...phone })
    await phaseOf(page, 'ended')
    await page.waitForSelector('.take')
    const { width, wide, small } = await legibilityOf(page)
    expect(small).toEqual([])
    expect([width, wide]).toEqual([390, 390])
    await page.context().close()
  })

  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['Chinese', { locale: 'zh-CN' }],
  ] as const)('has no fault that axe finds, %s', async (name, options) => {
    for (const hash of addresses) {
      const { page, faults } = await lab.open(hash, { ...still, ...options })
      await phaseOf(page, 'ended')
      await page.waitForSelector('.take')
      if (name === 'Chinese') {
        expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
        expect(await page.textContent('nav')).toMatch(/浏览.*比较.*自定义/s)
      }
      expect(await violationsOf(page), hash).toEqual([])
      expect(faults, hash).toEqual([])
      await page.context().close()
    }
  })
})
