import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below what systems give to outgoing lines (32768 and more): nobody is given it by chance before it is listened on. Above
 * 10080, the highest that browsers refuse to call.
 */
const [LOWEST, HIGHEST] = [11_000, 32_000]
const TRIES = 50

/** A port of 127.0.0.1 that nothing listens on: the wished one when it is free, else some other. */
export async function freePort(wished = 0): Promise<number> {
  for (let attempt = wished ? 0 : 1; attempt <= TRIES; attempt++) {
    const found = await tryPort(attempt === 0 ? wished : randomInt(LOWEST, HIGHEST))
    if (found) return found
  }
  return wished
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer()
    server.on('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}
