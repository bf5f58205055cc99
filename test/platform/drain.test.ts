import { afterEach, describe, expect, test } from '@jest/globals'
import { fastify, type FastifyInstance } from 'fastify'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { drainOnClose } from '../../api/app/drain.js'

let app: FastifyInstance

async function serve({ answersAfter, grace }: { answersAfter: number; grace: number }): Promise<number> {
  app = fastify({ forceCloseConnections: true })
  drainOnClose(app, grace)
  app.get('/', async () => {
    await pause(answersAfter)
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
    const port = await serve({ answersAfter: 300, grace: 5000 })
    const answer = fetch(`http://localhost:${port}/`).then((response) => response.text())
    await pause(100)
    expect(await closing()).toBeLessThan(4000)
    expect(await answer).toBe('answered')
  })

  test('does not wait for a line on which nothing, or half a question, was said', async () => {
    const port = await serve({ answersAfter: 0, grace: 5000 })
    const silent = connect(port)
    const halting = connect(port)
    await Promise.all([once(silent, 'connect'), once(halting, 'connect')])
    halting.write('GET / HTTP/1.1\r\n')
    const ended = Promise.all([once(silent, 'close'), once(halting.resume(), 'close')])
    silent.resume()
    await pause(50)
    expect(await closing()).toBeLessThan(4000)
    await ended
  })

  test('gives up on an answer that takes longer than the grace', async () => {
    const port = await serve({ answersAfter: 2000, grace: 200 })
    const answer = fetch(`http://localhost:${port}/`).then(
      () => 'answered',
      () => 'cut off',
    )
    await pause(100)
    expect(await closing()).toBeLessThan(1500)
    expect(await answer).toBe('cut off')
  })
})
