import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inviteMember } from '../../api/accounts/invite-member.js'
import { inviteStaff } from '../../api/accounts/staff.js'
import { newId } from '../../api/lib/ids.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { mailSignInLink } from '../../api/notifications/mail-sign-in-link.js'
import { asShown, mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { row, sql } from '../../api/platform/database.js'
import { TOKEN_SLOT } from '../../api/platform/mailer/content.js'
import { type MailHouse, type MailRow, openMailHouse } from './mail-house.js'

let at: MailHouse
let order: string

beforeAll(async () => {
  at = await openMailHouse()
})
afterAll(() => at.close())

const about = async (eventId: string): Promise<MailRow[]> =>
  at.query<MailRow>('select * from mails where event_id = $1 order by to_address', eventId)
const told = async (event: Parameters<MailHouse['happens']>[0]): Promise<MailRow[]> =>
  about(await at.happens(event))
const only = (mails: MailRow[]): MailRow => {
  expect(mails).toHaveLength(1)
  return mails[0]!
}

beforeAll(async () => {
  order = await at.order()
})

describe('an order', () => {
  test('that is paid sends its receipt to who placed it, at the person’s own address', async () => {
    const mail = only(await told({ type: 'order.opened', streamId: order }))
    expect(mail).toMatchObject({
      template: 'order-receipt',
      to_address: 'agency@demo.test',
      recipient_id: at.people.agencyOwner,
      state: 'QUEUED',
      order_id: order,
    })
    expect(mail.text).toMatch(/€598\.00/)
    expect(mail.text.replace(/\s+/g, ' ')).toContain('Clara Hughes gets a mail with the questions')
    expect(mail.text).toContain('14:32 CET')
  })

  test('tells how to talk with the team, and notes when the mail server has taken that', async () => {
    const mail = only(await told({ type: 'order.communication-invited', streamId: order }))
    expect(mail).toMatchObject({ template: 'communication-invitation', to_address: 'agency@demo.test' })
    for (const { id } of await at.mails()) await at.send(id) // the receipt goes first
    const jobs = await at.query<{ data: { mailId: string } }>(
      `select data from pgboss.job where name = 'mail-taken'`,
    )
    expect(jobs.map((job) => job.data.mailId)).toEqual([mail.id])
  })

  test('invites the beneficiary’s contact to the dashboard with a link of their own', async () => {
    await at.as(system('payments'), async (tx) => {
      await row(tx, sql`insert into streams (id, last_sequence) values ('mem_dash', 0)`)
      await row(
        tx,
        sql`insert into members (id, organisation_id, contact_id, role, invited_at) values ('mem_dash', ${at.people.clients[1]!.id}, ${at.people.clients[1]!.contact}, 'MEMBER', now())`,
      )
    })
    const mail = only(
      await told({
        type: 'order.dashboard-invited',
        streamId: order,
        data: { contactId: at.people.clients[1]!.contact },
      }),
    )
    expect(mail).toMatchObject({ template: 'dashboard-invitation', to_address: 'diego@elm-dental.test' })
    expect(mail.text).toContain(`portal/invitation#token=${TOKEN_SLOT}`)
    expect(mail.text).toContain('America/New_York')
  })

  test('is told of once, however often the event is told', async () => {
    const event = await at.happens({ type: 'order.opened', streamId: order })
    await Promise.all([at.tell(event), at.tell(event), at.tell(event)])
    expect(await about(event)).toHaveLength(1)
  })

  test('that was not paid in time is told so; what nobody needs to hear of sends nothing', async () => {
    expect(only(await told({ type: 'order.expired', streamId: order })).template).toBe('order-cancelled')
    expect(await told({ type: 'order.placed', streamId: order })).toEqual([])
    expect(await told({ type: 'something.else', streamId: order })).toEqual([])
  })
})

describe('money', () => {
  const operation = async (): Promise<string> => {
    const id = newId('opn')
    await at.as(system('test'), (tx) =>
      row(
        tx,
        sql`insert into operations (id, order_id, purpose, subject_id, kind, payment_id, state, amount, currency, key, failure_code, failure_message, requested_at)
        values (${id}, ${order}, 'REFUND', ${order}, 'REFUND', ${newId('opn')}, 'FAILED', 9900, 'EUR', ${id}, 'declined', 'The account is closed.', now())`,
      ),
    )
    return id
  }

  test('that was refused is told to who placed the order, with the provider’s words', async () => {
    const mail = only(
      await told({ type: 'payment.refused', streamId: order, data: { operationId: await operation() } }),
    )
    expect(mail).toMatchObject({ template: 'payment-failed', to_address: 'agency@demo.test' })
    expect(mail.text).toContain('The account is closed.')
  })

  test('whose refund failed is told to finance as well, who alone read why', async () => {
    const mails = await told({
      type: 'refund.failed',
      streamId: order,
      data: { operationId: await operation() },
    })
    expect(mails.map((mail) => mail.to_address)).toEqual(['agency@demo.test', 'finance@demo.test'])
    expect(mails[0]!.text).not.toContain('The account is closed.')
    expect(mails[1]!.text).toContain('The account is closed.')
    expect(mails[0]!.subject).toContain('€99.00')
  })
})

describe('people', () => {
  const admin = (): Viewer => ({
    ...anonymous,
    kind: 'staff',
    id: at.people.staff['admin@demo.test']!,
    roles: ['ADMIN'],
  })
  const lastEvent = async (type: string): Promise<string> =>
    (
      await at.query<{ id: string }>(
        'select id from events where type = $1 order by occurred_at desc, id desc limit 1',
        type,
      )
    )[0]!.id

  test('invited to an organisation get a link whose token is nowhere but in the mail', async () => {
    await at.as(admin(), (tx) =>
      inviteMember(tx, {
        organisationId: at.people.agency,
        name: 'Ben Novak',
        email: 'ben@northwind.test',
        role: 'MEMBER',
      }),
    )
    const event = await lastEvent('member.invited')
    await at.tell(event)
    const mail = only(await about(event))
    expect(mail).toMatchObject({ template: 'member-invitation', to_address: 'ben@northwind.test' })
    expect(mail.text.replace(/\s+/g, ' ')).toContain(
      'Ada Okafor would like you to be a member of Northwind Agency',
    )
    expect(
      await at.query(
        'select 1 from links where subject_id = (select id from members where contact_id = $1)',
        mail.recipient_id,
      ),
    ).toEqual([])
    await at.send(mail.id)
    expect(
      await at.query(
        'select 1 from links where revoked_at is null and subject_id = (select id from members where contact_id = $1)',
        mail.recipient_id,
      ),
    ).toHaveLength(1)
  })

  test('invited into the team get theirs; once it was accepted it is not sent any more', async () => {
    await at.as(admin(), (tx) =>
      inviteStaff(tx, { name: 'Kim Sato', email: 'kim@waybill.test', roles: ['SUPPORT'], skills: [] }),
    )
    const event = await lastEvent('staff.invited')
    await at.tell(event)
    const mail = only(await about(event))
    expect(mail).toMatchObject({
      template: 'staff-invitation',
      to_address: 'kim@waybill.test',
      recipient_kind: 'user',
    })
    await at.as(system('test'), (tx) =>
      row(tx, sql`update users set status = 'ACTIVE' where email = 'kim@waybill.test'`),
    )
    await at.send(mail.id)
    expect(only(await about(event))).toMatchObject({ state: 'FAILED', sealed_token: null })
  })

  test('whose second factor an admin took away are told by whom, at the page where they sign in', async () => {
    await at.as(admin(), (tx) =>
      inviteStaff(tx, { name: 'Lee Falk', email: 'lee@waybill.test', roles: ['FINANCE'], skills: [] }),
    )
    const [user] = await at.query<{ id: string; stream: string }>(
      `select u.id, e.stream_id as stream from users u join events e on e.aggregate_id = u.id where u.email = 'lee@waybill.test'`,
    )
    const reset = { type: 'staff.factor-reset', streamId: user!.stream, aggregateId: user!.id, by: admin() }
    const mail = only(await told(reset))
    expect(mail).toMatchObject({ template: 'second-factor-removed', to_address: 'lee@waybill.test' })
    expect(mail.text.replace(/\s+/g, ' ')).toContain('has removed the second factor of your sign-in')
    expect(mail.text).toContain('https://waybill.example/admin/')
    const own = { ...reset, type: 'person.factor-removed', aggregateId: at.owner }
    expect(only(await told(own)).text).toContain('https://waybill.example/portal/')
  })

  test('who ask to sign in get their link, whose secret waits only sealed', async () => {
    await mailSignInLink(at.house, {
      userId: at.owner,
      email: 'agency@demo.test',
      name: 'Nora Winter',
      locale: null,
      timeZone: null,
      url: 'https://waybill.example/portal/magic-link#token=very-secret&to=%2Fportal%2F',
    })
    const find = async () =>
      only(await at.query<MailRow>(`select * from mails where template = 'sign-in-link'`))
    const waiting = await find()
    expect(JSON.stringify(waiting)).not.toContain('very-secret')
    expect(waiting.text).toContain(`portal/magic-link#token=${TOKEN_SLOT}&to=%2Fportal%2F`)
    const jobs = await at.query<{ data: object }>('select data from pgboss.job')
    expect(JSON.stringify(jobs)).not.toContain('very-secret')
    await at.send(waiting.id)
    const sent = await find()
    expect(sent.state).toBe('TAKEN')
    expect(asShown(sent.text, sent.sealed_token, true)).toContain('#token=very-secret&to')
    expect(asShown(sent.text, sent.sealed_token, false)).toContain('#token=…hidden&to')
    mailroom.bind(openMailroom({ ...at.house.config, smtpUrl: 'smtp://127.0.0.1:1' }))
    expect(asShown(sent.text, sent.sealed_token, true)).not.toContain('very-secret')
    mailroom.bind(openMailroom(at.house.config))
  })

  test('are never written to at the business’s address', async () => {
    const business = new Set(
      (await at.query<{ business_email: string }>('select business_email from organisations')).map(
        (found) => found.business_email,
      ),
    )
    const mails = await at.mails()
    expect(mails.length).toBeGreaterThan(10)
    expect(mails.filter((mail) => business.has(mail.to_address))).toEqual([])
  })
})

test('what nobody is told of asks for no job; what somebody hears of asks for one', async () => {
  const jobFor = (eventId: string) =>
    at.query(`select id from pgboss.job where name = 'tell' and data->>'eventId' = $1`, eventId)
  const unheard = await at.happens({ type: 'order.payment-requested', streamId: order })
  const heard = await at.happens({ type: 'order.opened', streamId: order })
  expect(await jobFor(unheard)).toEqual([])
  expect(await jobFor(heard)).toHaveLength(1)
})
