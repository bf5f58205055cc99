import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { openS3, type S3Storage } from '../../api/files/storage/s3.js'
import { aPdf } from '../files/sample-files.js'
import { ADMIN, anOnboarding, ANSWERS, byLink, SUBMIT } from '../onboarding/a-document.js'
import { sendFile } from '../support/onboarding-form.js'
import { openWorld } from '../support/world.js'
import { startSwift, type SwiftServer } from './swift-server.js'

let swift: SwiftServer
let bucket: S3Storage

beforeAll(async () => {
  swift = await startSwift()
  bucket = openS3(swift.s3)
})
afterAll(async () => {
  bucket?.close()
  await swift?.close()
})

const FILE = 'query($id: ID!) { node(id: $id) { ... on File { status type scan downloadUrl } } }'
const bytes = aPdf()
const PDF = 'application/pdf'
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)
const address = (key: string, seconds = 60) =>
  bucket.signedUpload({ key, size: bytes.length, type: PDF, expiresAt: inSeconds(seconds) })

/** Sends as a browser would. */
const send = (url: string, body: Buffer, type = PDF) =>
  fetch(url, { method: 'PUT', headers: { 'Content-Type': type }, body: new Uint8Array(body) })

async function objects(prefix: string): Promise<string[]> {
  const { Contents = [] } = await swift.client.send(
    new ListObjectsV2Command({ Bucket: swift.s3.bucket, Prefix: prefix }),
  )
  return Contents.map(({ Key }) => Key!)
}

test('what was announced arrives by a signed address, and is read whole and in part', async () => {
  const { url, method, headers } = await address('fil_good')
  expect({ method, headers }).toEqual({ method: 'PUT', headers: [{ name: 'Content-Type', value: PDF }] })
  expect((await send(url, bytes)).status).toBe(200)
  expect(await bucket.head('fil_good')).toEqual({ size: bytes.length })
  expect(await buffer(await bucket.openRead('fil_good'))).toEqual(bytes)
  expect(String(await buffer(await bucket.openRead('fil_good', { start: 0, end: 4 })))).toBe('%PDF-')
})

test.each([
  [
    'one byte more than announced',
    async () => send((await address('fil_bad')).url, Buffer.concat([bytes, bytes.subarray(0, 1)])),
  ],
  ['one byte less than announced', async () => send((await address('fil_bad')).url, bytes.subarray(1))],
  ['another type than announced', async () => send((await address('fil_bad')).url, bytes, 'text/html')],
  [
    'a changed signature',
    async () =>
      send(
        (await address('fil_bad')).url.replace(
          /(X-Amz-Signature=)(.)/,
          (_all, name, first) => name + (first === '0' ? '1' : '0'),
        ),
        bytes,
      ),
  ],
  [
    'an address for another file',
    async () => send((await address('fil_other')).url.replace('fil_other', 'fil_bad'), bytes),
  ],
  [
    'a later end than signed',
    async () => send((await address('fil_bad')).url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=600'), bytes),
  ],
])('the bucket itself refuses %s', async (_what, sending) => {
  expect((await sending()).status).toBe(403)
  expect(await bucket.head('fil_bad')).toBeUndefined()
})

test('an address whose time is over takes nothing and gives nothing', async () => {
  const { url } = await address('fil_late', 1)
  const sent = await address('fil_kept')
  await send(sent.url, bytes)
  const reading = await bucket.signedDownload({
    key: 'fil_kept',
    name: 'a.pdf',
    type: PDF,
    disposition: 'attachment',
    expiresAt: inSeconds(1),
  })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect((await send(url, bytes)).status).toBe(403)
  expect((await fetch(reading)).status).toBe(403)
  expect(await bucket.head('fil_late')).toBeUndefined()
})

test('a file is given as an attachment with the name and type that we say, whatever its name holds', async () => {
  await send((await address('fil_named')).url, bytes)
  const url = await bucket.signedDownload({
    key: 'fil_named',
    name: 'Größe "1"; 100 %.pdf',
    type: PDF,
    disposition: 'attachment',
    expiresAt: inSeconds(60),
  })
  const given = await fetch(url)
  expect(given.status).toBe(200)
  expect(given.headers.get('content-disposition')).toBe(
    `attachment; filename="Gr__e _1_; 100 _.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%3B%20100%20%25.pdf`,
  )
  expect(given.headers.get('content-type')).toBe(PDF)
  expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes)
  expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403)
  expect((await fetch(url.split('?')[0]!)).ok).toBe(false)
})

test('what was sealed stays as it was, though its sender sends something else by the same address', async () => {
  const { url } = await address('fil_sealed')
  await send(url, bytes)
  const sealed = await bucket.seal('fil_sealed')
  const other = Buffer.from(bytes).fill('x', 10, 20)
  expect((await send(url, other)).status).toBe(200)
  expect(await buffer(await bucket.openRead(sealed))).toEqual(bytes)
  await bucket.remove('fil_sealed', sealed)
  expect(await objects('fil_sealed/')).toEqual([sealed])
  await bucket.remove(sealed)
  expect(await objects('fil_sealed/')).toEqual([])
  await bucket.remove(sealed)
})

describe('a house whose files lie in the bucket', () => {
  test('takes a file, submits it with the onboarding, and gives it to the team', async () => {
    const world = await openWorld(swift.settings)
    const { id } = await anOnboarding(world)
    const baker = await byLink(world)
    const fileId = await sendFile(baker, 'brief.pdf', bytes, '')
    await world.settled()
    expect(await objects(`${fileId}/`)).toEqual([expect.not.stringContaining('sent')])
    await baker.ask(SUBMIT, { id, a: ANSWERS, f: [{ key: 'brief', fileId }] })
    const admin = await world.as(ADMIN)
    const { node: file } = await admin.ask(FILE, { id: fileId })
    expect(file).toMatchObject({ status: 'READY', type: PDF })
    const given = await fetch(file.downloadUrl)
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename="brief.pdf"/)
    expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes)
    const page = await fetch(`${world.address}/readyz`)
    expect(await page.json()).toMatchObject({ ready: true, storage: true })
    const before = await objects('')
    await expect(sendFile(baker, 'lies.png', bytes, 'image/png')).rejects.toThrow('REFUSED')
    await world.settled()
    expect(await objects('')).toEqual(before)
    await world.close()
  })
})

test('it tells whether the bucket can be reached', async () => {
  expect(await bucket.reachable()).toBe(true)
  const wrong = [
    openS3({ ...swift.s3, bucket: 'another-bucket' }),
    openS3({ ...swift.s3, secretAccessKey: 'not the secret' }),
    openS3({ ...swift.s3, endpoint: 'http://127.0.0.1:1' }),
  ]
  for (const one of wrong) {
    expect(await one.reachable()).toBe(false)
    one.close()
  }
})
