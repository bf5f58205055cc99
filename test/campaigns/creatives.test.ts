import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Caller } from '../support/caller.js'
import { ADMIN, aCampaign, BUYER, CHANNEL, refusal, SUPPORT, take } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import {
  aFile,
  anApprovedVersion,
  APPROVE,
  aVersion,
  CREATIVES,
  creativesNow,
  REJECT,
  UPLOAD,
} from './a-creative.js'

let world: World
let buyer: Caller
let channel: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  channel = await world.as(CHANNEL)
})
afterAll(() => world?.close())

const happened = (orderId: string) =>
  world.rows<{ type: string; visibility: string; data: Record<string, unknown>; email: string | null }>(
    `select e.type, e.visibility, e.data, u.email from events e left join users u on u.id = e.actor_id
      where e.stream_id = $1 and e.type like 'creative.%' order by e.sequence`,
    [orderId],
  )

describe('what a campaign needs', () => {
  test('is what its version of the package asked for, whatever the channel asks later', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', package: 'Homepage takeover' })
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Homepage takeover'`,
    )
    await channel.ask('mutation($id: ID!) { changePackage(id: $id, requiredCreatives: []) { id } }', {
      id: service!.id,
    })
    expect(await creativesNow(world, id, BUYER)).toMatchObject({
      missingCreatives: ['Header picture', 'Side columns', 'Text of the story slot'],
      creatives: [
        { key: 'header', required: true, approved: false, newest: null, versions: [] },
        { key: 'columns', required: true },
        { key: 'story', required: true },
        { key: 'logo', required: false },
      ],
    })
  })

  test('may be sent at once, and is approved by the channel while it makes up its mind', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const f = await aFile(world)
    const { uploadCreative } = await buyer.ask(UPLOAD, { id, key: 'copy', f })
    expect(uploadCreative).toMatchObject({
      approved: false,
      campaign: { id },
      newest: { number: 1, status: 'UPLOADED', superseded: false, uploadedBy: { email: BUYER } },
    })
    const versionId = uploadCreative.newest.id
    const { approveCreative } = await channel.ask(APPROVE, { id: versionId })
    expect(approveCreative).toMatchObject({
      status: 'APPROVED',
      creative: { approved: true },
      decidedBy: { email: CHANNEL },
    })
    expect((await creativesNow(world, id)).missingCreatives).toEqual([])
    const event = { campaignId: id, creativeId: uploadCreative.id, versionId, key: 'copy', number: 1 }
    expect(await happened(orderId)).toEqual([
      {
        type: 'creative.uploaded',
        visibility: 'PARTIES',
        data: { ...event, replacesApproved: false },
        email: BUYER,
      },
      { type: 'creative.approved', visibility: 'PARTIES', data: event, email: CHANNEL },
    ])
  })

  test('is named when the channel marks it ready without', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({
      code: 'CREATIVES_MISSING',
      labels: ['The paragraph'],
    })
    await aVersion(world, id)
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({ labels: ['The paragraph'] })
    const { newest } = (await creativesNow(world, id)).creatives[0]
    await channel.ask(APPROVE, { id: newest.id })
    expect(await take(world, CHANNEL, 'ready', { id })).toMatchObject({ status: 'READY' })
  })
})

describe('a version', () => {
  test('that is rejected says why, and the next one is decided on anew', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    const first = await aVersion(world, id)
    for (const r of ['  ', 'x'.repeat(1001)])
      expect(await channel.refused(REJECT, { id: first, r })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'reason' }],
      })
    const { rejectCreative } = await channel.ask(REJECT, { id: first, r: ' Too long: 60 to 90 words. ' })
    expect(rejectCreative).toMatchObject({ status: 'REJECTED', reason: 'Too long: 60 to 90 words.' })
    const [, rejected] = await happened(orderId)
    expect(rejected!.data).toMatchObject({ versionId: first, reasonId: expect.stringMatching(/^rsn_/) })
    expect(JSON.stringify(rejected)).not.toContain('Too long')
    const second = await aVersion(world, id)
    await channel.ask(APPROVE, { id: second })
    expect((await creativesNow(world, id, BUYER)).creatives[0]).toMatchObject({
      approved: true,
      versions: [
        { number: 1, status: 'REJECTED', superseded: true, reason: 'Too long: 60 to 90 words.' },
        { number: 2, status: 'APPROVED', superseded: false, reason: null },
      ],
    })
  })

  test('that replaces an approved one makes the creative required again', async () => {
    const { id, orderId } = await aCampaign(world, { at: 'ACCEPTED' })
    await anApprovedVersion(world, id)
    const second = await aVersion(world, id)
    expect(await creativesNow(world, id)).toMatchObject({
      missingCreatives: ['The paragraph'],
      creatives: [{ approved: false, newest: { number: 2, status: 'UPLOADED' } }, {}],
    })
    expect((await happened(orderId)).at(-1)!.data).toMatchObject({ number: 2, replacesApproved: true })
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({ code: 'CREATIVES_MISSING' })
    await channel.ask(APPROVE, { id: second })
    expect(await take(world, CHANNEL, 'ready', { id })).toMatchObject({ status: 'READY' })
  })

  test('is decided on only while it is the newest, and once', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    const first = await aVersion(world, id)
    const second = await aVersion(world, id)
    for (const verb of [APPROVE, REJECT])
      expect(await channel.refused(verb, { id: first, r: 'Old' })).toMatchObject({
        code: 'NOT_NEWEST_REVISION',
        current: second,
      })
    await channel.ask(REJECT, { id: second, r: 'No' })
    expect(await channel.refused(APPROVE, { id: second })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'REJECTED',
    })
  })

  test('is sent once, however often the same file is sent, and a rejected file is not taken again', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    const sent = { id, key: 'copy', f: await aFile(world) }
    const one = { ...sent, k: randomUUID() }
    const answers = [
      await buyer.ask(UPLOAD, one),
      await buyer.ask(UPLOAD, one),
      await buyer.ask(UPLOAD, sent),
    ]
    expect(answers.map((answer) => answer['uploadCreative'].newest.number)).toEqual([1, 1, 1])
    await channel.ask(REJECT, { id: answers[0]!['uploadCreative'].newest.id, r: 'No' })
    expect(await buyer.refused(UPLOAD, sent)).toMatchObject({ fields: [{ path: 'fileId' }] })
  })

  test('stays as it was sent: the program itself cannot change its file or remove it', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    await aVersion(world, id)
    for (const change of [
      `update creative_versions set file_id = file_id`,
      `update creative_versions set number = 9`,
      `delete from creative_versions`,
      `update creatives set required = false`,
      `delete from creatives`,
    ])
      await expect(world.rows(change)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a file', () => {
  test('is the buyer’s own, of a type that is asked for, and for a creative of this campaign', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED', package: 'Podcast sponsorship' })
    const upload = (f: string, key = 'script') => buyer.refused(UPLOAD, { id, key, f })
    expect(await upload(await aFile(world, 'picture'))).toMatchObject({
      code: 'FILE_TYPE_REFUSED',
      accept: expect.arrayContaining(['application/pdf']),
    })
    expect(await upload(await aFile(world, 'text', CHANNEL))).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'fileId' }],
    })
    const text = await aFile(world)
    expect(await upload(text, 'poster')).toMatchObject({
      fields: [{ path: 'key', message: 'one of script, names' }],
    })
    await buyer.ask(UPLOAD, { id, key: 'names', f: text })
    expect(await upload(text)).toMatchObject({ fields: [{ path: 'fileId' }] })
  })

  test('that was quarantined or erased after it was sent is shown as such, approves nothing, and is required again', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED', package: 'Podcast sponsorship' })
    const approved = await buyer.ask(UPLOAD, { id, key: 'script', f: await aFile(world) })
    const script = approved['uploadCreative'].newest
    await channel.ask(APPROVE, { id: script.id })
    const other = await buyer.ask(UPLOAD, { id, key: 'names', f: await aFile(world) })
    const names = other['uploadCreative'].newest
    await world.rows(
      `update files set status = 'QUARANTINED', refusal = 'FILE_QUARANTINED', scan = 'FOUND', finding = 'Late' where id = $1`,
      [names.file.id],
    )
    expect(await channel.refused(APPROVE, { id: names.id })).toMatchObject({ code: 'FILE_QUARANTINED' })
    expect((await creativesNow(world, id)).creatives[1].newest.file).toMatchObject({ status: 'QUARANTINED' })
    expect((await creativesNow(world, id)).creatives[1].newest.availableActions).toEqual([
      { name: 'approveCreative', allowed: false, refusal: 'FILE_QUARANTINED' },
      { name: 'rejectCreative', allowed: true, refusal: null },
    ])
    const ERASED = `update files set name = 'erased', status = 'REFUSED', refusal = 'FILE_ERASED', type = null, sha256 = null, scan = null, finding = null where id = $1`
    for (const file of [script.file.id, names.file.id]) await world.rows(ERASED, [file])
    const now = await creativesNow(world, id)
    expect(now).toMatchObject({
      missingCreatives: ['What the hosts shall say'],
      creatives: [
        { approved: false, newest: { status: 'APPROVED', file: { name: 'erased', status: 'REFUSED' } } },
        {},
      ],
    })
    expect(await channel.refused(APPROVE, { id: names.id })).toMatchObject({ code: 'FILE_ERASED' })
  })
})

describe('when creatives are sent and decided on', () => {
  test('not once the campaign is ready, and again after it was reopened', async () => {
    const { id } = await aCampaign(world, { at: 'READY' })
    const f = await aFile(world)
    expect(await buyer.refused(UPLOAD, { id, key: 'copy', f })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'READY',
    })
    await take(world, CHANNEL, 'reopen', { id, r: 'The dates moved.' })
    const { uploadCreative } = await buyer.ask(UPLOAD, { id, key: 'copy', f })
    expect(uploadCreative).toMatchObject({ approved: false, newest: { number: 2 } })
    expect(await refusal(world, CHANNEL, 'ready', { id })).toMatchObject({ code: 'CREATIVES_MISSING' })
  })

  test('not after an optional one was left undecided and the campaign is ready', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    await anApprovedVersion(world, id)
    const picture = await aVersion(world, id, 'picture')
    await take(world, CHANNEL, 'ready', { id })
    for (const verb of [APPROVE, REJECT])
      expect(await channel.refused(verb, { id: picture, r: 'Late' })).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: 'READY',
      })
  })

  test('not from the moment the channel’s time to accept is over, whether or not anybody has acted on it', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    const version = await aVersion(world, id)
    const f = await aFile(world)
    await world.rows(`update campaigns set accept_by = app_now() where id = $1`, [id])
    expect(await channel.refused(APPROVE, { id: version })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect(await buyer.refused(UPLOAD, { id, key: 'copy', f })).toMatchObject({ code: 'DEADLINE_PASSED' })
  })
})

describe('who', () => {
  test('sends is the buyer, who decides the channel, and the team looks on', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    const version = await aVersion(world, id)
    const theirs = await aFile(world, 'text', CHANNEL)
    expect(await channel.refused(UPLOAD, { id, key: 'copy', f: theirs })).toMatchObject({ code: 'FORBIDDEN' })
    for (const verb of [APPROVE, REJECT])
      expect(await buyer.refused(verb, { id: version, r: 'Mine' })).toMatchObject({ code: 'FORBIDDEN' })
    const admin = await world.as(ADMIN)
    expect(await admin.refused(APPROVE, { id: version })).toMatchObject({ code: 'FORBIDDEN' })
    const support = await world.as(SUPPORT)
    expect((await support.ask(CREATIVES, { id }))['campaign'].creatives[0].newest.availableActions).toEqual(
      [],
    )
  })

  test('sees creatives and opens their files: the two sides and the team, not fulfilment, clients or others', async () => {
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    const version = await aVersion(world, id)
    const NODE = `query($id: ID!) { node(id: $id) { id ... on CreativeVersion { file { downloadUrl } } } }`
    for (const who of [BUYER, CHANNEL, ADMIN, SUPPORT]) {
      const { node } = await (await world.as(who)).ask(NODE, { id: version })
      expect(node.file.downloadUrl).toContain('http')
    }
    for (const who of ['fulfilment@demo.test', 'client@demo.test'])
      expect((await (await world.as(who)).ask(NODE, { id: version }))['node']).toBeNull()
    expect((await world.caller().ask(NODE, { id: version }))['node']).toBeNull()
  })
})
