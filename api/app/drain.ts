import type { FastifyInstance } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_MS = 20

/**
 * Lets a closing server answer what it was asked, for at most `grace` milliseconds; what comes meanwhile is told 503.
 * Needs `forceCloseConnections: true`, which then ends the lines: those kept alive, and those that never asked anything.
 */
export function drainOnClose(app: FastifyInstance, grace: number): void {
  let asked = 0
  app.server.on('request', (_request, response) => {
    asked++
    response.once('close', () => asked--)
  })
  app.addHook('preClose', async () => {
    const end = performance.now() + grace
    while (asked > 0 && performance.now() < end) await pause(LOOK_MS)
  })
}
