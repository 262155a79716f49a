// How busy `xphi compare` keeps the cores, from its start to its end: MNIST, 5 activations, 3 seeds, 2 epochs, rates found.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const mnist = fileURLToPath(new URL('../../../shared/data/mnist', import.meta.url))
const atEnd = encodeURIComponent(`process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  console.error(JSON.stringify({ seconds: process.uptime(), processor: (user + system) / 1e6 }))
})`)

/** Undefined where the data are missing. */
export function comparing() {
  if (!existsSync(mnist)) return undefined
  const settings = ['--activations', 'relu,gelu,silu,tanh,sigmoid', '--seeds', '3', '--epochs', '2', '--no-report', '--quiet', '--json']
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${atEnd}`, 'packages/cli/bin/xphi.js', 'compare', mnist, ...settings],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  if (status !== 0) throw new Error(`xphi compare ended with ${status}: ${stderr}`)
  const { seconds, processor } = JSON.parse(stderr.trim().split('\n').at(-1))
  const workers = availableParallelism()
  return { kind: 'compare', workers, seconds, processor, busy: processor / (workers * seconds) }
}
