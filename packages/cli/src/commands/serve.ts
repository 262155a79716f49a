/** `xphi serve`: the lab in the browser. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'
import { Ended, exit } from '../exit.ts'
import { onInterrupt } from '../interrupt.ts'
import { type CommonOptions, common } from '../options.ts'
import { jsonText, note, print } from '../output.ts'
import { listen, usualPort } from '../serve/listen.ts'
import { fileServer, isLoopback } from '../serve/server.ts'

interface Options extends CommonOptions {
  readonly port?: number
  readonly host: string
}

export const configure = (command: Command): void => {
  common(command, ['xphi serve', 'xphi serve --port 8080', 'xphi serve --host 0.0.0.0'])
    .description('Serves the lab to the browser of this machine, until Ctrl-C. The address is the only line on stdout.')
    .option('--port <PORT>', `where to listen; 0 takes any free port (default: ${usualPort}, or a free one where that is taken)`, portOf)
    .option('--host <HOST>', 'the address to listen on; any but loopback lets other machines in', '127.0.0.1')
    .action(serve)
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is an integer from 0 to 65535')
  return port
}

/** The built lab: beside this package in the repository, below node_modules elsewhere. */
function folderOf(): string {
  const folder = fileURLToPath(new URL('./dist/', import.meta.resolve('@xphi/web/package.json')))
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`the lab is not built: run 'npm run build -w packages/web' first`)
  return folder
}

async function serve({ port, host, json }: Options): Promise<void> {
  const local = isLoopback(host)
  const server = fileServer(folderOf(), local)
  const taken = await listen(server, host, port)
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`
  print(json ? jsonText({ address }) : address)
  if (!local) note('other machines can reach this')
  note('Ctrl-C ends it')
  const { signal } = onInterrupt()
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  server.close()
  server.closeAllConnections()
  throw new Ended(exit.interrupted)
}
