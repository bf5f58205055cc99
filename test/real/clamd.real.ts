import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openClamd } from '../../api/files/scan/clamd.js'
import { aDocx, aPdf } from '../files/sample-files.js'
import { scanned, sendBytes } from '../files/send-and-await.js'
import { ADMIN, anOnboarding, ANSWERS, byLink, SAVE, SUBMIT } from '../onboarding/a-document.js'
import { openWorld } from '../support/world.js'
import { type ClamdDaemon, HARMFUL, startClamdDaemon } from './clamd-daemon.js'

let clamd: ClamdDaemon

beforeAll(async () => {
  clamd = await startClamdDaemon()
})
afterAll(() => clamd?.close())

const FOUND = /^Waybill\.Test\.Harmful/
const stream = (bytes: Buffer) => Readable.from([bytes])

test.each(['tcp', 'unix'] as const)(
  'by %s it finds what its signature names, and nothing else',
  async (way) => {
    const scanner = openClamd(clamd[way])
    expect(await scanner.reachable()).toBe(true)
    expect(await scanner.scan(stream(aPdf()))).toEqual({ found: null })
    expect(await scanner.scan(stream(aDocx()))).toEqual({ found: null })
    expect((await scanner.scan(stream(aPdf(HARMFUL)))).found).toMatch(FOUND)
    expect((await scanner.scan(stream(Buffer.from(`text, ${HARMFUL}, text`)))).found).toMatch(FOUND)
  },
)

test('25 MB are scanned while everything else goes on; the words are found at their end', async () => {
  const piece = Buffer.alloc(64 * 1024, 'a harmless line of text\n')
  function* file() {
    for (let sent = 0; sent < 25 * 2 ** 20; sent += piece.length) yield piece
    yield Buffer.from(HARMFUL)
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const began = performance.now()
  delay.enable()
  const verdict = await openClamd(clamd.unix).scan(Readable.from(file(), { highWaterMark: 1 }))
  delay.disable()
  const [most, typical] = [delay.max / 1e6, delay.percentile(99) / 1e6]
  process.stdout.write(
    `25 MB scanned in ${Math.round(performance.now() - began)} ms; the event loop waited ${typical.toFixed(1)} ms (99th), ${most.toFixed(1)} ms (longest)\n`,
  )
  expect(verdict.found).toMatch(FOUND)
  expect(typical).toBeLessThan(500)
})

test('a stream longer than it takes gives no verdict', async () => {
  const small = await startClamdDaemon(1)
  const long = stream(Buffer.alloc(3 * 2 ** 20))
  await expect(openClamd(small.tcp).scan(long)).rejects.toThrow(/no verdict|hung up|ECONNRESET|EPIPE/)
  await small.close()
})

test('in a house that has it, a clean file is submitted and a harmful one is not', async () => {
  const world = await openWorld({ CLAMD_URL: clamd.unix })
  const { id } = await anOnboarding(world)
  const baker = await byLink(world)
  const bad = await scanned(baker, (await sendBytes(baker, 'brief.pdf', aPdf(HARMFUL))).id)
  expect(bad).toMatchObject({ status: 'QUARANTINED', scan: 'FOUND', downloadUrl: null })
  await baker.ask(SAVE, { id, a: [], f: [{ key: 'brief', fileId: bad.id }] })
  expect(
    await baker.refused(SUBMIT, { id, a: ANSWERS, f: [{ key: 'brief', fileId: bad.id }] }),
  ).toMatchObject({
    code: 'VALIDATION',
    fields: [{ path: 'files.brief' }],
  })
  const admin = await world.as(ADMIN)
  const { node } = await admin.ask('query($id: ID!) { node(id: $id) { ... on File { finding } } }', {
    id: bad.id,
  })
  expect(node.finding).toMatch(FOUND)
  const good = await scanned(baker, (await sendBytes(baker, 'brief.pdf', aPdf())).id)
  expect(good).toMatchObject({ status: 'READY', scan: 'CLEAN' })
  await baker.ask(SUBMIT, { id, a: ANSWERS, f: [{ key: 'brief', fileId: good.id }] })
  await world.close()
})
