/** The command `xphi`. */
import { exit } from './exit.ts'
import { run } from './program.ts'

// `xphi list | head -1` closes the pipe: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exit.ok : exit.failure)
})
process.exitCode = await run(process.argv.slice(2))
