import { afterEach, describe, expect, test } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { drainOnClose } from '../../api/app/drain.js'

/** Longer than anybody of these waits for. */
const LONG = 60_000

let app: FastifyInstance
/** The lines that the server has taken. */
let lines: Socket[]
let asked: Promise<void>

async function serve({ answersAfter, grace }: { answersAfter: number; grace: number }): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>()
  app = fastify({ forceCloseConnections: true })
  lines = []
  asked = promise
  drainOnClose(app, grace)
  app.server.on('connection', (line: Socket) => lines.push(line))
  app.get('/', async () => {
    resolve()
    await pause(answersAfter, undefined, { ref: false })
    return 'answered'
  })
  await app.listen({ port: 0 })
  return (app.server.address() as AddressInfo).port
}

async function closing(): Promise<number> {
  const start = performance.now()
  await app.close()
  return performance.now() - start
}

afterEach(() => app.close())

describe('a server that is told to stop', () => {
  test('answers what it was asked, and does not wait for the line that is kept alive', async () => {
    const port = await serve({ answersAfter: 300, grace: LONG })
    const answer = fetch(`http://localhost:${port}/`).then((response) => response.text())
    await asked
    expect(await closing()).toBeLessThan(LONG / 2)
    expect(await answer).toBe('answered')
  })

  test('does not wait for a line on which nothing, or half a question, was said', async () => {
    const port = await serve({ answersAfter: 0, grace: LONG })
    const silent = connect(port)
    const halting = connect(port)
    await Promise.all([once(silent, 'connect'), once(halting, 'connect')])
    halting.write('GET / HTTP/1.1\r\n')
    const ended = Promise.all([once(silent, 'close'), once(halting.resume(), 'close')])
    silent.resume()
    while (lines.length < 2 || !lines.some(({ bytesRead }) => bytesRead > 0)) await pause(10)
    expect(await closing()).toBeLessThan(LONG / 2)
    await ended
  })

  test('gives up on an answer that takes longer than the grace', async () => {
    const port = await serve({ answersAfter: LONG, grace: 200 })
    const answer = fetch(`http://localhost:${port}/`).then(
      () => 'answered',
      () => 'cut off',
    )
    await asked
    expect(await closing()).toBeLessThan(LONG / 2)
    expect(await answer).toBe('cut off')
  })
})
