import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { system } from '../../api/lib/viewer.js'
import { mintOnboardingLink } from '../../api/onboarding/onboarding-link.js'
import { transaction } from '../../api/platform/transaction.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  AGENCY,
  anOnboarding,
  answersBut,
  BAKER,
  byLink,
  CHANGES,
  CLAIM,
  documentNow,
  filled,
  happened,
  REDEEM,
  SAVE,
  SUBMIT,
  submitted,
  tokenInMail,
} from './a-document.js'

const RESEND =
  'mutation($id: ID!, $k: String) { resendOnboardingRequest(id: $id, idempotencyKey: $k) { status version } }'
const CHANGE =
  'mutation($id: ID!, $c: ID!, $k: String, $v: Int, $d: Boolean) { changeOnboardingRecipient(id: $id, contactId: $c, idempotencyKey: $k, expectedVersion: $v, dryRun: $d) { status recipientName recipient { id } line { recipient recipientName recipientContact { id } } } }'
const FRESH = 'mutation($t: String!) { requestFreshOnboardingLink(token: $t) }'
const ENDED = { code: 'LINK_ENDED' }
const OWNER_MAIL = 'agency@demo.test'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function contact(name: string): Promise<string> {
  return (await world.rows<{ id: string }>('select id from contacts where name = $1', [name]))[0]!.id
}

/** A colleague at the bakery. */
async function colleague(name: string, email: string | null): Promise<string> {
  const id = `con_${Math.random().toString(36).slice(2).padEnd(26, '0').slice(0, 26)}`
  await world.rows(
    `insert into contacts (id, organisation_id, name, email) select $1, organisation_id, $2, $3 from contacts where email = $4`,
    [id, name, email, BAKER],
  )
  return id
}

const mails = async (email: string) => (await world.inbox(email)).map((mail) => mail.template)

/** Time passes on the wall, not in the trade: fresh mails are not sent in a hurry. */
const rested = (id: string) =>
  world.rows(`update onboarding_documents set link_requested_at = null where id = $1`, [id])

describe('the request sent again', () => {
  test('ends earlier links and what they had opened, and mails a fresh one', async () => {
    const { id, orderId } = await anOnboarding(world)
    const unused = await tokenInMail(world, BAKER)
    const before = (await world.inbox(BAKER)).length
    const agency = await world.as(AGENCY)
    expect(await agency.ask(RESEND, { id })).toMatchObject({
      resendOnboardingRequest: { status: 'REQUESTED', version: 2 },
    })
    expect(await world.caller().refused(REDEEM, { t: unused })).toMatchObject(ENDED)
    expect(await world.caller().refused(FRESH, { t: unused })).toMatchObject(ENDED)
    await world.settled()
    expect((await mails(BAKER)).slice(before)).toEqual(['onboarding-request'])
    const recipient = await byLink(world)
    expect(await documentNow(recipient, id)).toMatchObject({ id })
    await rested(id)
    await (await world.as(ADMIN)).ask(RESEND, { id })
    expect(await recipient.refused(SAVE, { id, a: [] })).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await happened(world, orderId)).toEqual(['requested', 'resent', 'resent'])
  })

  test('says what has to be done now: after changes were asked for, which; while we look at it, nothing', async () => {
    const { id, revisionId } = await submitted(world)
    const agency = await world.as(AGENCY)
    const admin = await world.as(ADMIN)
    await agency.ask(RESEND, { id })
    await world.settled()
    expect((await mails(BAKER)).at(-1)).toBe('fresh-onboarding-link')
    await admin.ask(CLAIM, { id })
    await admin.ask(CHANGES, { id, r: revisionId, i: [{ note: 'Which cakes?' }] })
    await world.settled()
    const before = (await world.inbox(BAKER)).length
    await rested(id)
    await agency.ask(RESEND, { id })
    await world.settled()
    const sent = (await world.inbox(BAKER)).slice(before)
    expect(sent.map((mail) => mail.template)).toEqual(['onboarding-changes-requested'])
    expect(sent[0]!.text).toContain('Which cakes?')
  })

  test('does not go out twice in a hurry, and once for one key', async () => {
    const { id } = await anOnboarding(world)
    const agency = await world.as(AGENCY)
    await agency.ask(RESEND, { id, k: 'once' })
    await agency.ask(RESEND, { id, k: 'once' })
    expect(await agency.refused(RESEND, { id })).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: expect.any(Number),
    })
    expect((await documentNow(agency, id))['version']).toBe(2)
  })

  test('counts its reminders from now, and a mail that still waited opens nothing', async () => {
    const { id } = await anOnboarding(world)
    await world.move(20 * HOUR)
    await (await world.as(AGENCY)).ask(RESEND, { id })
    await world.settled()
    const [first] = await world.rows<{ link: { round: number } }>(
      `select link from mails where link->>'documentId' = $1 order by queued_at limit 1`,
      [id],
    )
    const mint = (round: number) =>
      transaction(world.running.house, system('test'), (tx) => mintOnboardingLink(tx, id, round))
    expect(await mint(first!.link.round)).toBeNull()
    expect(await mint(first!.link.round + 1)).toEqual(expect.any(String))
    const due = await world.rows<{ hours: number }>(
      `select round(extract(epoch from due_at - app_now()) / 3600)::int as hours from deadlines
        where subject_id = $1 and kind = 'reminder' order by step`,
      [id],
    )
    expect(due.map((reminder) => reminder.hours)).toEqual([24, 72, 168])
    expect(
      await world.rows(`select 1 from deadlines where subject_id = $1 and kind = 'stale'`, [id]),
    ).toHaveLength(1)
  })

  test('is refused to others, and once it has ended', async () => {
    const { id, recipient } = await submitted(world)
    for (const email of [BAKER, 'support@demo.test'])
      expect(await (await world.as(email)).refused(RESEND, { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await recipient.refused(RESEND, { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await (await world.as('channel@demo.test')).refused(RESEND, { id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await world.rows(`update onboarding_documents set status = 'APPROVED' where id = $1`, [id])
    expect(await (await world.as(AGENCY)).refused(RESEND, { id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })
})

describe('another recipient', () => {
  test('is asked in place of the first, whose link shows nothing any more', async () => {
    const { id, orderId } = await anOnboarding(world)
    const first = await byLink(world)
    await first.ask(SAVE, { id, a: answersBut({ goals: ['Bread'] }) })
    const followed = first.follow('subscription($id: ID!) { onboardingUpdated(id: $id) { status } }', { id })
    await followed.until((seen) => seen.length > 0)
    const tess = await colleague('Tess Baker', 'Tess@harbour-bakery.test')
    const agency = await world.as(AGENCY)
    expect(await agency.ask(CHANGE, { id, c: tess })).toEqual({
      changeOnboardingRecipient: {
        status: 'DRAFT',
        recipientName: 'Tess Baker',
        recipient: { id: tess },
        line: { recipient: 'CLIENT', recipientName: 'Tess Baker', recipientContact: { id: tess } },
      },
    })
    expect(await first.refused(SAVE, { id, a: [] })).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await followed.closed).toBe(4403)
    await world.settled()
    expect(await mails('tess@harbour-bakery.test')).toEqual(['onboarding-request'])
    const second = await byLink(world, 'tess@harbour-bakery.test')
    expect(await documentNow(second, id)).toMatchObject({
      status: 'DRAFT',
      answers: expect.arrayContaining([{ key: 'goals', value: ['Bread'] }]),
    })
    await second.ask(SUBMIT, await filled(world, second, id))
    expect(await documentNow(agency, id)).toMatchObject({
      revisions: [{ submittedBy: { kind: 'link', name: 'Tess Baker' } }],
    })
    expect(await happened(world, orderId)).toEqual([
      'requested',
      'draft-saved',
      'recipient-changed',
      'submitted',
    ])
    const kept = await world.rows<{ email: string }>(
      'select recipient_email as email from order_lines where order_id = $1',
      [orderId],
    )
    expect(kept).toEqual([{ email: 'tess@harbour-bakery.test' }])
  })

  test('may be one of the buyer’s own; who submitted before keeps their name', async () => {
    const { id } = await submitted(world)
    const nora = await contact('Nora Winter')
    const agency = await world.as(AGENCY)
    expect(await agency.ask(CHANGE, { id, c: nora })).toMatchObject({
      changeOnboardingRecipient: {
        status: 'SUBMITTED',
        line: { recipient: 'OWNER', recipientName: 'Nora Winter' },
      },
    })
    expect(await documentNow(agency, id)).toMatchObject({
      revisions: [{ submittedBy: { kind: 'link', name: 'Clara Hughes' } }],
    })
    await world.settled()
    expect((await mails(OWNER_MAIL)).at(-1)).toBe('fresh-onboarding-link')
    const baker = await world.as(BAKER)
    expect((await documentNow(baker, id))['availableActions']).toEqual([])
  })

  test('needs an address of their own, and belongs to the buyer or to whom the work is for', async () => {
    const { id } = await anOnboarding(world)
    const agency = await world.as(AGENCY)
    const nobody = await colleague('Nobody Atall', null)
    expect(await agency.refused(CHANGE, { id, c: nobody })).toMatchObject({
      code: 'RECIPIENT_WITHOUT_EMAIL',
      contactId: nobody,
      fields: [{ path: 'contactId' }],
    })
    for (const c of [
      await contact('Diego Alvarez'),
      await contact('Chen Wu'),
      'con_00000000000000000000000000',
    ])
      expect(await agency.refused(CHANGE, { id, c })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'contactId' }],
      })
    expect(await agency.refused(CHANGE, { id, c: await contact('Clara Hughes') })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'contactId', message: expect.stringContaining('is asked already') }],
    })
    expect(await documentNow(agency, id)).toMatchObject({ recipientName: 'Clara Hughes', version: 1 })
  })

  test('is the same person where their address was corrected', async () => {
    const wrong = await colleague('Tom Baker', 'tmo@harbour-bakery.test')
    const { id } = await anOnboarding(world)
    const agency = await world.as(AGENCY)
    await agency.ask(CHANGE, { id, c: wrong })
    await world.rows(`update contacts set email = 'tom@harbour-bakery.test' where id = $1`, [wrong])
    await agency.ask(CHANGE, { id, c: wrong, k: 'again' })
    await world.settled()
    expect(await mails('tom@harbour-bakery.test')).toEqual(['onboarding-request'])
  })

  test('is chosen by the buyer or an admin alone, and tried without being kept', async () => {
    const { id } = await anOnboarding(world)
    const c = await contact('Nora Winter')
    for (const email of [BAKER, 'support@demo.test'])
      expect(await (await world.as(email)).refused(CHANGE, { id, c })).toMatchObject({ code: 'FORBIDDEN' })
    const admin = await world.as(ADMIN)
    expect(await admin.ask(CHANGE, { id, c, d: true })).toMatchObject({
      changeOnboardingRecipient: { recipientName: 'Nora Winter' },
    })
    expect(await documentNow(admin, id)).toMatchObject({ recipientName: 'Clara Hughes', version: 1 })
    expect(await admin.refused(CHANGE, { id, c, v: 7 })).toMatchObject({ code: 'STALE_VERSION' })
    await admin.ask(CHANGE, { id, c, v: 1 })
  })
})
