import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { removeAbandonedFiles } from '../../api/files/abandoned-files.js'
import { attachFile, requireReadyFile } from '../../api/files/ready-file.js'
import { anonymous } from '../../api/lib/viewer.js'
import { aFilesHouse, type FilesHouse, member } from './files-house.js'
import { anSvg, aPng, aText } from './sample-files.js'

let files: FilesHouse
const ann = member('usr_ann')
const bob = member('usr_bob')

beforeAll(async () => {
  files = await aFilesHouse()
  await files.work()
})
afterAll(() => files.close())

const require = (viewer: typeof ann, id: string, accept: string[] = [], subjectId?: string) =>
  files.tx(viewer, (tx) => requireReadyFile(tx, { id, accept, subjectId }))

test('a ready file of an accepted type may be used by who uploaded it', async () => {
  const id = await files.as(ann).upload('logo.png', aPng())
  for (const accept of [[], ['image/png'], ['image/*'], ['.pdf', '.PNG']]) {
    expect(await require(ann, id, accept)).toMatchObject({ id, type: 'image/png', size: aPng().length })
  }
  await expect(require(ann, id, ['application/pdf'])).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
  await expect(require(bob, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(require(anonymous, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('one that has not arrived, or was refused, may not', async () => {
  const pending = await files.as(ann).announce('note.txt', 5)
  await expect(require(ann, pending)).rejects.toMatchObject({ code: 'FILE_NOT_READY' })
  const refused = await files.as(ann).upload('logo.png', anSvg)
  await expect(require(ann, refused)).rejects.toMatchObject({ code: 'FILE_NOT_READY' })
})

test('a file belongs to one thing, and whoever works on that may keep it there', async () => {
  const id = await files.as(ann).upload('note.txt', aText)
  const attach = (viewer: typeof ann, subjectId: string) =>
    files.tx(viewer, (tx) => attachFile(tx, { id, subjectId }))
  await expect(attach(bob, 'doc_1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await attach(ann, 'doc_1')).toBe(id)
  expect(await attach(bob, 'doc_1')).toBe(id)
  expect(await require(bob, id, [], 'doc_1')).toMatchObject({ id })
  await expect(attach(ann, 'doc_2')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(require(ann, id, [], 'doc_2')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a day after, what belongs to nothing is removed with its bytes', async () => {
  const kept = await files.as(ann).upload('note.txt', aText)
  await files.tx(ann, (tx) => attachFile(tx, { id: kept, subjectId: 'doc_1' }))
  const loose = await files.as(ann).upload('note.txt', aText)
  const pending = await files.as(ann).announce('note.txt', 5)
  const fresh = await files.as(ann).upload('note.txt', aText)
  const age = 'update files set created_at = created_at - $2::interval where id = any($1)'
  await files.house.database.pool.query(age, [[kept, loose, pending], '1 day'])
  await files.house.database.pool.query(age, [[fresh], '23 hours 59 minutes'])
  expect(await removeAbandonedFiles(files.house)).toBe(2)
  await files.house.jobs.drained(5000)
  const there = await files.onDisk()
  expect(there).toEqual(expect.arrayContaining([kept, fresh]))
  expect(there).not.toContain(loose)
  expect(await files.row(pending)).toBeUndefined()
})

test('nobody without a session or a link announces files, and nobody without end', async () => {
  await expect(files.as(anonymous).announce('note.txt', 5)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  const cid = files.as(member('usr_cid'))
  for (let i = 0; i < 100; i++) await cid.announce('note.txt', 5)
  await expect(cid.announce('note.txt', 5)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
})
