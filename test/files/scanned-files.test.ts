import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { ADMIN, anOnboarding, ANSWERS, byLink, SAVE, SUBMIT } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import { type ClamdServer, startClamd } from './clamd-server.js'
import { aPdf } from './sample-files.js'
import { fileNow, scanned, sendBytes } from './send-and-await.js'

let clamd: ClamdServer
let world: World
let baker: Caller
let document: { id: string; orderId: string }

beforeAll(async () => {
  clamd = await startClamd()
  world = await openWorld({ CLAMD_URL: clamd.url })
  document = await anOnboarding(world)
  baker = await byLink(world)
})
beforeEach(() => {
  clamd.mood = 'well'
})
afterAll(async () => {
  await world.close()
  await clamd.close()
})

const send = (bytes: Buffer) => sendBytes(baker, 'brief.pdf', bytes)

const submit = (id: string) =>
  baker.refused(SUBMIT, { id: document.id, a: ANSWERS, f: [{ key: 'brief', fileId: id }] })

const tasksFor = (cause: string) =>
  world.rows<{ role: string; order_id: string | null }>('select role, order_id from tasks where cause = $1', [
    cause,
  ])

test('a file is scanned between its upload and its use', async () => {
  const sent = await send(aPdf())
  expect(sent).toMatchObject({ status: 'SCANNING', scan: 'WAITING', downloadUrl: null, viewUrl: null })
  expect(await scanned(baker, sent.id)).toMatchObject({ scan: 'CLEAN', refusal: null })
  await baker.ask(SAVE, { id: document.id, a: [], f: [{ key: 'brief', fileId: sent.id }] })
})

test('what the scanner finds keeps the file from everybody; its uploader is told at the field, an ADMIN what it is', async () => {
  const sent = await send(aPdf('harmful'))
  await baker.ask(SAVE, { id: document.id, a: [], f: [{ key: 'brief', fileId: sent.id }] })
  const theirs = await scanned(baker, sent.id)
  expect(theirs).toMatchObject({
    refusal: 'FILE_QUARANTINED',
    downloadUrl: null,
    viewUrl: null,
    finding: null,
  })
  const admin = await world.as(ADMIN)
  const ours = await scanned(admin, sent.id)
  expect(ours).toMatchObject({ finding: 'Test.Harmful', scan: 'FOUND', downloadUrl: null, viewUrl: null })
  expect(await submit(sent.id)).toMatchObject({
    code: 'VALIDATION',
    fields: [{ path: 'files.brief', message: expect.stringContaining('virus scanner found something') }],
  })
})

test('it stands on the feed for the team, and an ADMIN has a task, once', async () => {
  const sent = await send(aPdf('harmful'))
  await baker.ask(SAVE, { id: document.id, a: [], f: [{ key: 'brief', fileId: sent.id }] })
  await scanned(baker, sent.id)
  const tasks = await tasksFor(`quarantine:${sent.id}`)
  expect(tasks).toMatchObject([{ role: 'ADMIN' }])
  const events = await world.rows<{ stream_id: string; visibility: string; data: object }>(
    `select stream_id, visibility, data from events where type = 'file.quarantined' and aggregate_id = $1`,
    [sent.id],
  )
  expect(events).toMatchObject([{ visibility: 'STAFF', data: { finding: 'Test.Harmful' } }])
  expect([document.orderId, sent.id]).toContain(events[0]!.stream_id)
})

test.each(['error', 'hangs-up'] as const)(
  'while clamd answers with %s a file waits; it is never passed unscanned',
  async (mood) => {
    clamd.mood = mood
    const before = clamd.seen.streams
    const sent = await send(aPdf())
    while (clamd.seen.streams === before) await new Promise((resolve) => setTimeout(resolve, 20))
    await world.settled()
    expect(await fileNow(baker, sent.id)).toMatchObject({
      status: 'SCANNING',
      scan: 'WAITING',
    })
    expect(await submit(sent.id)).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'files.brief', message: expect.stringContaining('still being checked') }],
    })
    clamd.mood = 'well'
    expect(await scanned(baker, sent.id)).toMatchObject({ status: 'READY', scan: 'CLEAN' })
  },
)

test('after ten tries without a verdict an ADMIN looks why, and it is tried on', async () => {
  clamd.mood = 'error'
  const sent = await send(aPdf())
  await world.settled()
  await world.rows(
    `update pgboss.job set data = jsonb_set(data, '{tried}', '9'), start_after = now() where name = 'scan-file' and state = 'created' and data->>'id' = $1`,
    [sent.id],
  )
  const end = performance.now() + 60_000
  while ((await tasksFor(`not-scanned:${sent.id}`)).length === 0 && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await tasksFor(`not-scanned:${sent.id}`)).toMatchObject([{ role: 'ADMIN' }])
  const [next] = await world.rows<{ data: object }>(
    `select data from pgboss.job where name = 'scan-file' and state = 'created' and data->>'id' = $1`,
    [sent.id],
  )
  expect(next).toMatchObject({ data: { tried: 10 } })
})

test('a house tells whether its scanner answers; without one every file says that nobody looked', async () => {
  expect(await (await fetch(`${world.address}/readyz`)).json()).toMatchObject({
    scanner: true,
    storage: true,
  })
})
