import 'reflect-metadata'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { graphql, type GraphQLSchema } from 'graphql'
import { Query, Resolver, buildSchemaSync } from 'type-graphql'
import { FileResolver } from '../../api/files/file.resolver.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { guardRoots, Rights } from '../../api/platform/graphql/rights.js'
import { finishSchema } from '../../api/platform/reading/finish-schema.js'
import { aFilesHouse, type FilesHouse, link, member } from './files-house.js'
import { aPdf, aPng, anSvg } from './sample-files.js'

@Resolver()
class EmptyQuery {
  @Rights('anyone')
  @Query(() => String, { description: 'There must be one.' })
  nothing() {
    return ''
  }
}

let files: FilesHouse
let schema: GraphQLSchema

beforeAll(async () => {
  files = await aFilesHouse()
  schema = guardRoots(
    finishSchema(buildSchemaSync({ resolvers: [EmptyQuery, FileResolver], validate: false })),
  )
})
afterAll(() => files.close())

interface Answer {
  createUpload: {
    url: string
    method: string
    headers: { name: string; value: string }[]
    expiresAt: string
    file: { id: string; status: string }
  }
  completeUpload: {
    id: string
    type: string
    size: number
    status: string
    refusal: string | null
    downloadUrl: string | null
    viewUrl: string | null
  }
}

async function ask(viewer: Viewer, source: string, variableValues: Record<string, unknown>) {
  const contextValue = { house: files.house, viewer, address: '', run: files.house.database.read }
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  return {
    data: data as unknown as Answer,
    code: (errors?.[0]?.originalError as { code?: string } | undefined)?.code,
    errors,
  }
}

const CREATE =
  'mutation ($name: String!, $size: Int!, $type: String!) { createUpload(name: $name, size: $size, type: $type) { url method headers { name value } expiresAt file { id status downloadUrl } } }'
const COMPLETE =
  'mutation ($id: ID!) { completeUpload(id: $id) { id name type size status refusal uploadedAt downloadUrl viewUrl } }'

async function upload(viewer: Viewer, name: string, bytes: Buffer) {
  const { data, errors } = await ask(viewer, CREATE, { name, size: bytes.length, type: '' })
  expect(errors).toBeUndefined()
  const { url, method, headers, file } = data.createUpload
  expect(file).toMatchObject({ status: 'UPLOADING', downloadUrl: null })
  const sent = await fetch(files.address + url, {
    method,
    headers: headers.map((h): [string, string] => [h.name, h.value]),
    body: new Uint8Array(bytes),
  })
  expect(sent.status).toBe(204)
  return ask(viewer, COMPLETE, { id: file.id })
}

test.each([
  ['a member', member('usr_ann')],
  ['who came by a link', link('lnk_1', 'doc_1')],
])('%s uploads a picture and sees it in place', async (_who, viewer) => {
  const { data } = await upload(viewer, 'logo.png', aPng())
  const file = data.completeUpload
  expect(file).toMatchObject({ type: 'image/png', size: aPng().length, status: 'READY', refusal: null })
  const saved = await fetch(files.address + file.downloadUrl)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
  const shown = await fetch(files.address + file.viewUrl)
  expect(shown.headers.get('content-disposition')).toMatch(/^inline/)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(aPng())
})

test('a file that lies is refused and has no address', async () => {
  const { data } = await upload(member('usr_ann'), 'logo.png', anSvg)
  expect(data.completeUpload).toMatchObject({
    status: 'REFUSED',
    refusal: 'FILE_TYPE_REFUSED',
    downloadUrl: null,
    viewUrl: null,
  })
})

test("somebody else's file, and nobody's caller, are refused", async () => {
  const { data } = await upload(member('usr_ann'), 'brief.pdf', aPdf())
  const { id } = data.completeUpload
  expect((await ask(member('usr_bob'), COMPLETE, { id })).code).toBe('NOT_FOUND')
  expect((await ask(anonymous, COMPLETE, { id })).code).toBe('NOT_SIGNED_IN')
})
