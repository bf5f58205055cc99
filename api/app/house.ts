import { createServer } from 'node:http'
import type { HouseConfig, ServiceName } from '../platform/config.js'

/** A house that answers: where, and how it is ended. */
export interface RunningHouse {
  readonly address: string
  stop(): Promise<void>
}

/** Opens the house with the named services. Placeholder until the real one stands: it answers only /healthz. */
export async function startHouse(config: HouseConfig, _services: ServiceName[]): Promise<RunningHouse> {
  const server = createServer((_request, response) => response.end('alive\n'))
  await new Promise<void>((done, fail) => {
    server.on('error', fail)
    server.listen(config.port, done)
  })
  return {
    address: config.publicUrl,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
