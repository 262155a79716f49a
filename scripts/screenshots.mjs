/**
 * Pictures of every screen of the lab, in docs/lab: node scripts/screenshots.mjs [name...]. Needs a Chromium; where pngquant is
 * installed they are a third of the size.
 */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { fileServer } from '../packages/cli/dist/serve/server.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs', 'lab')
const wide = { viewport: { width: 1200, height: 760 } }
const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true }
// What has ended is the same on every run: motion is unwanted.
const screens = {
  explore: ['#1/explore?f=gelu', wide, '.donuts[data-phase=ended]'],
  compare: ['#1/compare?f=gelu&f=relu&f=silu', wide, '.donuts[data-phase=ended] >> nth=2'],
  train: ['#1/train?f=gelu', wide, '[data-phase=ended]'],
  depth: ['#1/depth?f=sigmoid&f=relu', wide, '[data-phase=ended]'],
  fp8: ['#1/fp8?f=swiglu', wide, '[data-phase=answered]'],
  cost: ['#1/cost?f=relu&f=gelu&f=swiglu', wide, '[data-phase=answered]'],
  define: ['#1/define?f=mine=x*sigmoid(a*x);a=1.5', wide, '.donuts[data-phase=ended]'],
  claims: ['#1/claims?f=gelu&claim=20', wide, 'details[open] figure svg'],
  story: ['#1/story?f=gelu&chapter=sigmoid', wide, '#chapter-sigmoid .running path[stroke-dasharray]'],
  'story-chinese': [
    '#1/story?f=gelu&chapter=gelu',
    { ...wide, locale: 'zh-CN', colorScheme: 'dark' },
    '#chapter-gelu .running path[stroke-dasharray]',
  ],
  'explore-phone': ['#1/explore?f=swiglu', { ...phone, colorScheme: 'dark' }, 'main svg'],
  function: ['functions/gelu.html', wide, 'figure svg'],
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(screens)
for (const name of names)
  if (!Object.hasOwn(screens, name)) throw new Error(`no screen '${name}': choose ${Object.keys(screens).join(', ')}`)
const folder = mkdtempSync(join(tmpdir(), 'xphi-screens-'))
const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')))
await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
  cwd: join(root, 'packages', 'web'),
  env: { ...process.env, NODE_ENV: 'production' },
})
const server = fileServer(folder, true)
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
mkdirSync(out, { recursive: true })
try {
  for (const name of names) {
    const [hash, options, ready] = screens[name]
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${server.address().port}/${hash}`)
    await page.locator(ready).first().waitFor({ timeout: 120_000 })
    const path = join(out, `${name}.png`)
    await page.screenshot({ path, animations: 'disabled' })
    await context.close()
    try {
      execFileSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--speed', '1', '--output', path, '128', path])
    } catch {}
    console.log(`${name}.png ${(statSync(path).size / 1000).toFixed(0)} kB`)
  }
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
}
