import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ClamdServer, startClamd } from '../files/clamd-server.js'
import { aPdf } from '../files/sample-files.js'
import { scanned, sendBytes } from '../files/send-and-await.js'
import type { Caller } from '../support/caller.js'
import { aCampaign, BUYER } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { creativesNow, UPLOAD } from './a-creative.js'

let clamd: ClamdServer
let world: World
let buyer: Caller

beforeAll(async () => {
  clamd = await startClamd()
  world = await openWorld({ CLAMD_URL: clamd.url })
  buyer = await world.as(BUYER)
})
afterAll(async () => {
  await world?.close()
  await clamd?.close()
})

test('a creative waits for the virus scanner, and is taken once that found nothing', async () => {
  const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  clamd.mood = 'error'
  const waiting = await sendBytes(buyer, 'copy.pdf', aPdf())
  expect(waiting.status).toBe('SCANNING')
  expect(await buyer.refused(UPLOAD, { id, key: 'copy', f: waiting.id })).toMatchObject({
    code: 'FILE_NOT_READY',
  })
  clamd.mood = 'well'
  expect(await scanned(buyer, waiting.id)).toMatchObject({ status: 'READY', scan: 'CLEAN' })
  const { uploadCreative } = await buyer.ask(UPLOAD, { id, key: 'copy', f: waiting.id })
  expect(uploadCreative.newest).toMatchObject({ number: 1, status: 'UPLOADED', file: { status: 'READY' } })
})

test('what the scanner found something in never becomes a creative', async () => {
  const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const bad = await sendBytes(buyer, 'copy.pdf', aPdf('harmful'))
  await scanned(buyer, bad.id)
  expect(await buyer.refused(UPLOAD, { id, key: 'copy', f: bad.id })).toMatchObject({
    code: 'FILE_QUARANTINED',
  })
  expect((await creativesNow(world, id, BUYER)).creatives[0].newest).toBeNull()
})
