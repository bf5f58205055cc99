import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openClamd } from '../../api/files/scan/clamd.js'
import { type ClamdServer, startClamd } from './clamd-server.js'

let clamd: ClamdServer

beforeAll(async () => {
  clamd = await startClamd()
})
beforeEach(() => {
  clamd.mood = 'well'
})
afterAll(() => clamd.close())

const streamOf = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)))
const scan = (body: Readable, idleMs?: number) => openClamd(clamd.url, { idleMs }).scan(body)

test('a harmless stream is clean, a harmful one has a name, an empty one is clean', async () => {
  expect(await scan(streamOf('good', 'will'))).toEqual({ found: null })
  expect(await scan(streamOf('harm', 'ful'))).toEqual({ found: 'Test.Harmful' })
  expect(await scan(streamOf())).toEqual({ found: null })
})

test('every byte arrives, whatever the pieces are', async () => {
  const before = clamd.seen.bytes
  await scan(streamOf(Buffer.alloc(1), Buffer.alloc(200_000), Buffer.alloc(65_536), Buffer.alloc(65_537)))
  expect(clamd.seen.bytes - before).toBe(1 + 200_000 + 65_536 + 65_537)
})

test.each([
  ['error', undefined, /no verdict: INSTREAM size limit exceeded/],
  ['silent', 300, /silent/],
  ['hangs-up', undefined, /hung up|ECONNRESET|EPIPE/],
] as const)(
  'where clamd answers with %s there is no verdict, and the file is let go',
  async (mood, idleMs, message) => {
    clamd.mood = mood
    const body = streamOf(Buffer.alloc(300_000), Buffer.alloc(300_000))
    await expect(scan(body, idleMs)).rejects.toThrow(message)
    expect(body.destroyed).toBe(true)
  },
)

test('where nobody listens there is no verdict', async () => {
  const nobody = openClamd('tcp://127.0.0.1:1')
  await expect(nobody.scan(streamOf('x'))).rejects.toThrow(/ECONNREFUSED/)
  expect(await nobody.reachable()).toBe(false)
  expect(await openClamd(clamd.url).reachable()).toBe(true)
})

test('a stream that breaks is no verdict', async () => {
  const body = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('the disk is gone')
    })(),
  )
  await expect(scan(body)).rejects.toThrow('the disk is gone')
})

test('25 MB to a slow scanner are read no faster than it takes them, and others get their turns', async () => {
  clamd.mood = 'slow'
  const start = clamd.seen.bytes
  const piece = Buffer.alloc(64 * 1024)
  let [sent, furthest, atLastTurn, longest] = [0, 0, 0, 0]
  async function* file() {
    for (; sent < 25 * 2 ** 20; sent += piece.length) {
      furthest = Math.max(furthest, sent - (clamd.seen.bytes - start))
      yield piece
    }
  }
  let done = false
  const turn = () => {
    longest = Math.max(longest, sent - atLastTurn)
    atLastTurn = sent
    if (!done) setImmediate(turn)
  }
  setImmediate(turn)
  expect(await scan(Readable.from(file(), { highWaterMark: 1 }))).toEqual({ found: null })
  done = true
  // What two sockets of this machine hold between them, and not the file.
  expect(furthest).toBeLessThan(15 * 2 ** 20)
  expect(longest).toBeLessThan(4 * 2 ** 20)
  expect(sent).toBeGreaterThanOrEqual(25 * 2 ** 20)
})
