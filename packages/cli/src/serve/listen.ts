import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../exit.ts'

export const usualPort = 7357

/**
 * Listens, and gives the port. Without a wish it is the usual one, or any free one where that is taken. Throws a UsageError for a port or a
 * host that cannot be had.
 */
export async function listen(server: Server, host: string, port?: number): Promise<number> {
  try {
    return await tryPort(server, host, port ?? usualPort)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && port === undefined) return tryPort(server, host, 0)
    if (code === 'EADDRINUSE') throw new UsageError(`--port: ${port} is taken; choose another, or 0 for any free one`)
    if (code === 'EACCES') throw new UsageError(`--port: ${port} needs rights that this user does not have; choose one above 1023`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(`--host: '${host}' is no address of this machine`)
    throw error
  }
}

const tryPort = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
