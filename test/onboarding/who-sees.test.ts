import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { HOUR, openWorld, type World } from '../support/world.js'
import { ADMIN, AGENCY, BAKER, CLAIM, documentNow, submitted, WITHDRAW } from './a-document.js'

const LIST =
  'query($w: OnboardingDocumentWhere) { onboardingDocuments(where: $w, sort: [{ field: submittedAt, direction: ASC }]) { totalCount { count } nodes { id } } }'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('an onboarding document', () => {
  test("is seen by staff, the buyer's and the beneficiary's members, and by nobody else", async () => {
    const { id, sent } = await submitted(world)
    const fileId = sent.f[0]!.fileId
    for (const email of [ADMIN, 'support@demo.test', 'finance@demo.test', AGENCY, BAKER]) {
      const caller = await world.as(email)
      expect(await documentNow(caller, id)).toMatchObject({
        id,
        files: [{ file: { id: fileId, status: 'READY' } }],
      })
      const { node } = await caller.ask('query($id: ID!) { node(id: $id) { id ... on File { viewUrl } } }', {
        id: fileId,
      })
      expect(node.viewUrl).toEqual(expect.any(String))
      expect((await caller.ask(LIST))['onboardingDocuments'].nodes).toContainEqual({ id })
    }
    for (const email of ['channel@demo.test', 'fulfilment@demo.test']) {
      const caller = await world.as(email)
      expect(await documentNow(caller, id)).toBeNull()
      expect((await caller.ask(LIST))['onboardingDocuments'].nodes).toEqual([])
      expect(
        await caller.ask('query($f: ID!, $d: ID!) { nodes(ids: [$f, $d]) { id } }', { f: fileId, d: id }),
      ).toEqual({ nodes: [null, null] })
    }
    expect(
      await world.caller().refused('query($id: ID!) { onboardingDocument(id: $id) { id } }', { id }),
    ).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  test('shows the reviewer and the claim to staff alone', async () => {
    const { id, recipient } = await submitted(world)
    const admin = await world.as(ADMIN)
    await admin.ask(CLAIM, { id })
    expect(await documentNow(admin, id)).toMatchObject({
      reviewer: { name: 'Ada Okafor' },
      claimedUntil: expect.any(String),
    })
    for (const caller of [recipient, await world.as(AGENCY), await world.as(BAKER)])
      expect(await documentNow(caller, id)).toMatchObject({ reviewer: null, claimedUntil: null })
  })

  test('says what each of them may do, by the same table as the check', async () => {
    const { id, recipient } = await submitted(world)
    const offers = async (caller: typeof recipient) =>
      Object.fromEntries(
        (await documentNow(caller, id))['availableActions'].map(
          (a: { name: string; refusal: string | null }) => [a.name, a.refusal],
        ),
      )
    expect(await offers(recipient)).toEqual({
      saveOnboardingDraft: 'INVALID_TRANSITION',
      submitOnboarding: 'INVALID_TRANSITION',
      withdrawOnboarding: null,
    })
    expect(await offers(await world.as(ADMIN))).toEqual({
      claimOnboarding: null,
      approveOnboarding: 'INVALID_TRANSITION',
      requestOnboardingChanges: 'INVALID_TRANSITION',
      resendOnboardingRequest: null,
      changeOnboardingRecipient: null,
      waiveOnboarding: null,
      reopenOnboarding: 'INVALID_TRANSITION',
    })
    expect(await offers(await world.as('support@demo.test'))).toEqual({})
  })

  test('is followed live by who may see it', async () => {
    const { id, recipient } = await submitted(world)
    const UPDATED = 'subscription($id: ID!) { onboardingUpdated(id: $id) { status reviewer { name } } }'
    const followed = recipient.follow(UPDATED, { id })
    const stranger = (await world.as('channel@demo.test')).follow(UPDATED, { id })
    await followed.until((seen) => seen.length > 0)
    await stranger.until((seen) => seen.length > 0)
    const admin = await world.as(ADMIN)
    await admin.ask(CLAIM, { id })
    await followed.until((seen) => seen.some((s) => s['onboardingUpdated'].status === 'IN_REVIEW'))
    expect(followed.seen.at(-1)).toEqual({ onboardingUpdated: { status: 'IN_REVIEW', reviewer: null } })
    expect(stranger.seen.every((s) => s['onboardingUpdated'] === null)).toBe(true)
    await followed.stop()
    await stranger.stop()
  })
})

describe('the queue to verify', () => {
  const waiting = async () =>
    (await (await world.as(ADMIN)).ask('{ queues { onboardingToVerify } }'))['queues']
      .onboardingToVerify as number

  test('counts what was submitted and what a reviewer left behind, the longest waiting first', async () => {
    const before = await waiting()
    const first = await submitted(world)
    const second = await submitted(world)
    expect(await waiting()).toBe(before + 2)
    const admin = await world.as(ADMIN)
    const list = (await admin.ask(LIST, { w: { status: { in: ['SUBMITTED'] } } }))['onboardingDocuments']
    const ids = list.nodes.map((node: { id: string }) => node.id)
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
    const followed = admin.follow('subscription { queueChanged { onboardingToVerify } }')
    const last = () => followed.seen.at(-1)?.['queueChanged'].onboardingToVerify as number | undefined
    await followed.until(() => last() === before + 2)
    await admin.ask(CLAIM, { id: first.id })
    await second.recipient.ask(WITHDRAW, { id: second.id })
    expect(await waiting()).toBe(before)
    await followed.until(() => last() === before)
    await world.move(HOUR)
    expect(await waiting()).toBeGreaterThan(before)
    await followed.until(() => (last() ?? 0) > before)
    await followed.stop()
  })
})
