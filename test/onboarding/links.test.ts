import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { system } from '../../api/lib/viewer.js'
import { onboardingPart } from '../../api/onboarding/onboarding-part.js'
import { transaction } from '../../api/platform/transaction.js'
import { openWorld, type World } from '../support/world.js'
import { anOnboarding, BAKER, byLink, documentNow, REDEEM, SAVE, SUBMIT, tokenInMail } from './a-document.js'

const FRESH = 'mutation($t: String!) { requestFreshOnboardingLink(token: $t) }'
const ENDED = { code: 'LINK_ENDED' }

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a mailed link', () => {
  test('opens its document once, with the form and whom the work is for', async () => {
    const { id } = await anOnboarding(world)
    const t = await tokenInMail(world, BAKER)
    const { redeemOnboardingLink: session } = await world.caller().ask(REDEEM, { t })
    expect(session.documentId).toBe(id)
    expect(Date.parse(session.expiresAt) / 86_400_000 - Date.now() / 86_400_000).toBeCloseTo(7, 2)
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
    const document = await documentNow(world.caller(session.token), id)
    expect(document).toMatchObject({
      serviceName: 'Local search optimisation',
      beneficiaryName: 'Harbour Bakery',
      recipient: { name: 'Clara Hughes' },
      order: null,
      line: null,
      claimedUntil: null,
    })
    expect(document['orderNumber']).toMatch(/^W-\d+$/)
    expect(document['form'].fields.length).toBeGreaterThan(5)
  })

  test('opens nothing else: no other document, no order, no list, no people', async () => {
    const other = await anOnboarding(world)
    const { id, orderId } = await anOnboarding(world)
    const recipient = await byLink(world)
    expect(await documentNow(recipient, id)).toMatchObject({ id })
    expect(await documentNow(recipient, other.id)).toBeNull()
    expect(await recipient.refused(SAVE, { id: other.id, a: [] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await recipient.refused(SUBMIT, { id: other.id, a: [] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await recipient.ask('query($o: ID!, $d: ID!) { a: node(id: $o) { id } b: node(id: $d) { id } }', {
        o: orderId,
        d: other.id,
      }),
    ).toEqual({ a: null, b: null })
    expect(await recipient.refused('{ onboardingDocuments { nodes { id } } }')).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await recipient.refused('{ orders { nodes { id } } }')).toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await recipient.refused('mutation($id: ID!) { claimOnboarding(id: $id) { id } }', { id }),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is refused once it has expired, made up, or meant for something else', async () => {
    await anOnboarding(world)
    const t = await tokenInMail(world, BAKER)
    await world.rows(
      `update links set expires_at = now() - interval '1 second' where purpose = 'onboarding' and used_at is null`,
    )
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
    expect(await world.caller().refused(REDEEM, { t: 'x'.repeat(43) })).toMatchObject(ENDED)
    await world.rows(
      `update links set expires_at = now() + interval '1 day', purpose = 'invitation' where used_at is null`,
    )
    expect(await world.caller().refused(REDEEM, { t })).toMatchObject(ENDED)
  })

  test('that was used is replaced by a fresh one, at the same address, not too often', async () => {
    const { id } = await anOnboarding(world)
    const t = await tokenInMail(world, BAKER)
    await world.caller().ask(REDEEM, { t })
    expect(await world.caller().ask(FRESH, { t })).toEqual({ requestFreshOnboardingLink: true })
    await world.settled()
    expect(await world.caller().refused(FRESH, { t })).toMatchObject({ code: 'RATE_LIMITED' })
    const recipient = await byLink(world, BAKER, 'fresh-onboarding-link')
    expect(await documentNow(recipient, id)).toMatchObject({ id })
    expect(await world.caller().refused(FRESH, { t: 'y'.repeat(43) })).toMatchObject(ENDED)
  })

  test('ends with its order, and so does what it had opened', async () => {
    const { id, orderId } = await anOnboarding(world)
    const t = await tokenInMail(world, BAKER)
    const recipient = await byLink(world)
    const [line] = await world.rows<{ id: string }>('select id from order_lines where order_id = $1', [
      orderId,
    ])
    await transaction(world.running.house, system('test'), (tx) =>
      onboardingPart.end(tx, {
        ...({} as never as Parameters<typeof onboardingPart.end>[1]),
        id: line!.id,
        orderId,
      }),
    )
    expect(
      (
        await world.rows<{ status: string }>('select status from onboarding_documents where id = $1', [id])
      )[0],
    ).toEqual({ status: 'VOID' })
    expect(await recipient.refused(SAVE, { id, a: [] })).toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await world.caller().refused(FRESH, { t })).toMatchObject(ENDED)
    expect(await world.rows('select 1 from deadlines where subject_id = $1', [id])).toEqual([])
  })
})
