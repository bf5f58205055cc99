import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aFilesHouse, type FilesHouse, LIMIT, link, member } from './files-house.js'
import { aDocx, aPdf, aPng, aText } from './sample-files.js'

let files: FilesHouse
const ann = member('usr_ann')
const bob = member('usr_bob')

beforeAll(async () => {
  files = await aFilesHouse()
})
afterAll(() => files.close())

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const samples: [string, Buffer, string, string][] = [
  ['brief.pdf', aPdf(), 'application/pdf', 'application/pdf'],
  ['logo.PNG', aPng(), 'image/png', 'image/png'],
  ['text.docx', aDocx(), DOCX, DOCX],
  ['note.txt', aText, 'text/plain', 'text/plain'],
  ['table.csv', Buffer.from('a,b\r\n1,2\r\n'), 'application/vnd.ms-excel', 'text/csv'],
]

test.each(samples)(
  '%s arrives whole, is recognised by its content and comes back as it was',
  async (name, bytes, declared, type) => {
    const id = await files.as(ann).upload(name, bytes, declared)
    expect(await files.row(id)).toMatchObject({
      status: 'READY',
      type,
      name,
      refusal: null,
      version: 2,
      uploaded_by: 'usr_ann',
      uploaded_by_kind: 'member',
      size: String(bytes.length),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const response = await files.as(ann).download(id, { name, type })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    )
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('set-cookie')).toBeNull()
  },
)

test('a PDF is shown in place in parts, in a page that may do nothing', async () => {
  const bytes = aPdf()
  const id = await files.as(ann).upload('brief.pdf', bytes)
  const of = { name: 'brief.pdf', type: 'application/pdf', disposition: 'inline' as const }
  const response = await files.as(ann).download(id, of, { range: 'bytes=0-4' })
  expect(response.status).toBe(206)
  expect(await response.text()).toBe('%PDF-')
  expect(response.headers.get('content-range')).toBe(`bytes 0-4/${bytes.length}`)
  expect(response.headers.get('content-disposition')).toMatch(/^inline; /)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await (await files.as(ann).download(id, of, { range: 'bytes=-6' })).text()).toBe('%%EOF\n')
  expect((await files.as(ann).download(id, of, { range: 'bytes=99999-' })).status).toBe(416)
})

test('completing twice, or sending again, changes nothing', async () => {
  const id = await files.as(ann).upload('note.txt', aText)
  const before = await files.row(id)
  expect(await files.as(ann).complete(id)).toBe(id)
  expect((await files.as(ann).put(id, aText)).status).toBe(409)
  expect(await files.row(id)).toEqual(before)
})

test('two uploads at once to one address: one is kept, and what was checked is never replaced', async () => {
  const id = await files.as(ann).announce('note.txt', 5)
  const answers = await Promise.all(
    ['first', 'other', 'third'].map((t) => files.as(ann).put(id, Buffer.from(t))),
  )
  expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([204, 409, 409])
})

test("somebody else's file is not there for others, but is for who opens the same link anew", async () => {
  const id = await files.as(ann).announce('note.txt', aText.length)
  await expect(files.as(bob).complete(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const recipient = files.as(link('lnk_1', 'doc_1'))
  const theirs = await recipient.announce('note.txt', aText.length)
  await recipient.put(theirs, aText)
  await expect(files.as(link('lnk_2', 'doc_2')).complete(theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await files.as(link('lnk_3', 'doc_1')).complete(theirs)).toBe(theirs)
})

test('a file that has not arrived is not ready', async () => {
  const id = await files.as(ann).announce('note.txt', 5)
  await expect(files.as(ann).complete(id)).rejects.toMatchObject({ code: 'FILE_NOT_READY' })
  expect((await files.row(id))['status']).toBe('UPLOADING')
})

test('a changed, forged, expired or borrowed address is refused', async () => {
  const id = await files.as(ann).announce('note.txt', aText.length)
  const { url, headers } = await files.as(ann).target(id)
  const put = async (to: string) =>
    (await fetch(to, { method: 'PUT', headers, body: new Uint8Array(aText) })).status
  const changed = [
    url.replace(`size=${aText.length}`, 'size=9'),
    url.replace('text%2Fplain', 'text%2Fhtml'),
    url.replace(/expires=\d/, 'expires=9'),
    url.replace(/signature=.{4}/, 'signature=AAAA'),
    url.replace(/&signature=.*/, ''),
    `${url}&size=9`,
    url.replace(id, 'fil_other'),
    url.replace(id, '..%2F..%2Fauth'),
  ]
  for (const address of changed) expect(await put(address)).toBe(403)
  expect(await put((await files.as(ann).target(id, { expiresAt: new Date(Date.now() - 1) })).url)).toBe(403)
  expect((await fetch(url.replace('/upload/', '/download/'))).status).toBe(403)
  expect(await put(url)).toBe(204)
})

test('a body of another length or type than was signed is not taken', async () => {
  const id = await files.as(ann).announce('note.txt', 10)
  const { url } = await files.as(ann).target(id)
  const put = async (body: string, type = 'text/plain') =>
    (await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })).status
  expect(await put('nine byte')).toBe(400)
  expect(await put('eleven byte')).toBe(400)
  expect(await put('ten bytes.', 'text/html')).toBe(415)
  const body = new ReadableStream({ start: (c) => (c.enqueue(new Uint8Array(10)), c.close()) })
  expect(
    (
      await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'text/plain' },
        body,
        duplex: 'half',
      } as RequestInit)
    ).status,
  ).toBe(411)
  expect(await files.onDisk()).not.toContain(id)
})

test.each(['pauses', 'breaks off'])('a body that %s leaves nothing to be seen', async (how) => {
  const before = await files.onDisk()
  const id = await files.as(ann).announce('note.txt', 1000)
  const { url, headers } = await files.as(ann).target(id)
  await new Promise<void>((done) => {
    const sending = request(url, { method: 'PUT', headers: { ...headers, 'content-length': '1000' } }, (r) =>
      r.resume().on('end', done),
    )
    sending.on('error', () => done())
    sending.write('half of it')
    if (how === 'breaks off') setTimeout(() => sending.destroy(), 50)
  })
  await new Promise((done) => setTimeout(done, 200))
  expect(await files.onDisk()).toEqual(before)
  await expect(files.as(ann).complete(id)).rejects.toMatchObject({ code: 'FILE_NOT_READY' })
  expect((await files.as(ann).put(id, Buffer.alloc(1000, 'x'))).status).toBe(204)
})

test('a file over the limit is refused before a byte is sent, one at the limit is taken', async () => {
  await expect(files.as(ann).announce('big.txt', LIMIT + 1)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    params: { maximum: LIMIT, fields: [{ path: 'size' }] },
  })
  const id = await files.as(ann).upload('big.txt', Buffer.alloc(LIMIT, 'x'))
  expect((await files.row(id))['status']).toBe('READY')
  for (const size of [0, -1, 1.5, Number.NaN])
    await expect(files.as(ann).announce('a.txt', size)).rejects.toMatchObject({ code: 'VALIDATION' })
})
