import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cleanName } from '../../api/files/clean-name.js'
import { contentDisposition } from '../../api/files/content-disposition.js'
import { aFilesHouse, type FilesHouse, member } from './files-house.js'
import { aDocx, anArchive, anExe, aPage, aPdf, aPng, anSvg, aText } from './sample-files.js'

let files: FilesHouse
const ann = member('usr_ann')

beforeAll(async () => {
  files = await aFilesHouse()
  await files.work()
})
afterAll(() => files.close())

const latin = Buffer.from('Gr\xfc\xdfe', 'latin1')
const zip = anArchive({ 'a.txt': 'hello' })
const macroMain = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const lies: [string, string, Buffer][] = [
  ['an SVG named PNG', 'logo.png', anSvg],
  ['a page named text', 'note.txt', aPage],
  ['an SVG named text', 'note.txt', anSvg],
  ['a script named text', 'note.txt', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a page behind some text', 'note.txt', Buffer.from('hello <script>alert(1)</script>')],
  ['a table that is a page', 'table.csv', aPage],
  ['a program named PDF', 'invoice.pdf', anExe],
  ['a program named text', 'note.txt', anExe],
  ['text that is not UTF-8', 'note.txt', latin],
  ['a PNG named PDF', 'brief.pdf', aPng()],
  ['a PDF named PNG', 'logo.png', aPdf()],
  ['a PDF that does not begin as one', 'brief.pdf', Buffer.concat([Buffer.from('<html>'), aPdf()])],
  ['a PDF that is an archive from behind', 'brief.pdf', Buffer.concat([aPdf(), zip])],
  ['a PNG that is an archive from behind', 'logo.png', Buffer.concat([aPng(), zip])],
  ['a PNG with a page behind it', 'logo.png', Buffer.concat([aPng(), aPage])],
  ['a PNG with a script within', 'logo.png', aPng('<script src=//x.test></script>')],
  ['any archive named DOCX', 'text.docx', zip],
  ['a DOCX with something before it', 'text.docx', Buffer.concat([Buffer.from('PK'), aDocx()])],
  ['a DOCX with a macro', 'text.docx', aDocx({ 'word/vbaProject.bin': 'x' })],
  ['a DOCX whose type is one with macros', 'text.docx', aDocx({}, macroMain)],
  ['a DOCX that climbs out of its folder', 'text.docx', aDocx({ '../../evil.txt': 'x' })],
  ['a DOCX that carries a program', 'text.docx', aDocx({ 'word/run.exe': 'x' })],
  ['a DOCX whose index is a bomb', 'text.docx', aDocx({ '[Content_Types].xml': 'a'.repeat(30_000_000) })],
  ['a DOCX named XLSX', 'table.xlsx', aDocx()],
  ['a cut DOCX', 'text.docx', aDocx().subarray(0, -30)],
]

test.each(lies)('%s is refused, and its bytes go', async (_what, name, bytes) => {
  const id = await files.as(ann).upload(name, bytes)
  expect(await files.row(id)).toMatchObject({
    status: 'REFUSED',
    refusal: 'FILE_TYPE_REFUSED',
    type: null,
    sha256: null,
  })
  await files.house.jobs.drained(5000)
  expect(await files.onDisk()).not.toContain(id)
  expect(await files.as(ann).complete(id)).toBe(id)
})

test.each([
  'page.html',
  'logo.svg',
  'run.exe',
  'text.docm',
  'noextension',
  '.pdf',
  'invoice.pdf.exe',
  'archive.zip',
])('%s is refused by its name', async (name) => {
  await expect(files.as(ann).announce(name, 10)).rejects.toMatchObject({
    code: 'FILE_TYPE_REFUSED',
    params: { fields: [{ path: 'name' }] },
  })
})

test('a name and a declared type that differ are refused', async () => {
  await expect(files.as(ann).announce('logo.png', 10, 'image/svg+xml')).rejects.toMatchObject({
    code: 'FILE_TYPE_REFUSED',
  })
  await expect(files.as(ann).announce('note.txt', 10, 'text/html')).rejects.toMatchObject({
    code: 'FILE_TYPE_REFUSED',
  })
})

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\fakepath\\logo.png', 'logo.png'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['\u2066..hidden\u0000.txt ', 'hidden.txt'],
  ['Übersicht Łódź 計画.pdf', 'Übersicht Łódź 計画.pdf'],
  ['خطة.pdf', 'خطة.pdf'],
  ['"quoted" <b>.pdf', '_quoted_ _b_.pdf'],
  ['...', 'file'],
  ['', 'file'],
  ['\uD800x.txt', 'x.txt'],
  [`${'ü'.repeat(300)}.pdf`, `${'ü'.repeat(116)}.pdf`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept)
})

test('a name in any script comes back whole, and none breaks out of its header', async () => {
  const id = await files.as(ann).upload("Łódź'计划*.txt", aText)
  const name = String((await files.row(id))['name'])
  const response = await files.as(ann).download(id, { name, type: 'text/plain' })
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="__d_'___.txt"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%27%E8%AE%A1%E5%88%92_.txt`,
  )
  expect(contentDisposition('attachment', 'a"\r\n;b.txt')).toBe(
    `attachment; filename="a___;b.txt"; filename*=UTF-8''a%22%0D%0A%3Bb.txt`,
  )
})
