// Writes packages/xphi/src/scalar/*.ts and the list of built-ins from the catalogue: `npm run generate`. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { activation, generated } from '../packages/xphi/dist/generate.js'

const folder = new URL('../packages/xphi/src/', import.meta.url)
const check = process.argv.includes('--check')
let stale = 0
for (const [path, text] of generated(activation)) {
  const file = new URL(path, folder)
  let before = ''
  try {
    before = readFileSync(file, 'utf8')
  } catch {}
  if (before === text) continue
  stale++
  if (check) console.error(`stale: ${path}`)
  else writeFileSync(file, text)
}
console.error(check ? `${stale} stale files` : `${stale} files written`)
process.exitCode = check && stale > 0 ? 1 : 0
