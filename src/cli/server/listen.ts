import type { Server } from 'node:http'

/** No port is free, or this user may not have it. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

const TRIES = 50

/**
 * Listens on 127.0.0.1 at `first`, or at the next free port after it.
 *
 * @throws {ListenError}
 */
export async function listenOnFreePort(server: Server, first: number): Promise<void> {
  for (let port = first; port <= Math.min(first + TRIES, 65_535); port += 1) {
    if (await tryListen(server, port)) return
  }
  throw new ListenError(`No port is free from ${first} on.`)
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      server.removeListener('listening', succeed)
      if (cause.code === 'EADDRINUSE') resolve(false)
      else reject(new ListenError(`Port ${port} cannot be opened (${cause.code}).`, { cause }))
    }
    const succeed = () => {
      server.removeListener('error', fail)
      resolve(true)
    }
    server.once('error', fail)
    server.once('listening', succeed)
    server.listen(port, '127.0.0.1')
  })
}
