import { describe, expect, test } from '@jest/globals'
import { onboardingRequest } from '../../api/notifications/emails/onboarding-request.js'
import { orderReceipt } from '../../api/notifications/emails/order-receipt.js'
import { paymentFailed } from '../../api/notifications/emails/payment-failed.js'
import { compose } from '../../api/notifications/email.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { buyer, client, document, flat, order, PUBLIC_URL, samplesIn, wordsOf } from './sample-mails.js'

const samples = samplesIn('en')

/** What each kind of mail must say: the points of the article, and of the rows of the machines, in our words. */
const points: Record<string, RegExp[]> = {
  'order-receipt': [
    /payment is final/i,
    /starts by itself/,
    /W-10042/,
    /€1,299\.00/,
    /Sam Lee gets a mail with the questions/,
    /comes to you with the questions/,
    /Business listings.*sets itself up/,
    /invitation to the dashboard goes to Lee’s Bakery/,
    /within 24 hours/,
    /portal\/orders\/ord_1/,
  ],
  'payment-failed': [
    /nothing was taken/,
    /Try again/,
    /The card was declined/,
    /by Tuesday, 24 November 2026 at 14:45 CET/,
    /portal\/pay\?orders=ord_1/,
  ],
  'order-cancelled': [/not paid in time/, /nothing is owed/],
  'order-cancelled-paid': [/has ended/, /on its way back/],
  'refund-issued': [/€199\.00/, /back the way it was paid/],
  'refund-failed': [/€199\.00/, /still yours/, /finance team is seeing to it/],
  'refund-failed-finance': [
    /set aside for the buyer/,
    /try again/,
    /The card was declined/,
    /admin\/#\/orders\/ord_1\/show/,
  ],
  'onboarding-request': [
    /Brightside Agency has ordered Website in ten pages/,
    /answers and files/,
    /Your logo, best as a PDF/,
    /save the form and come back/,
    /admin team checks/,
    /given to the right people/,
    /we write to you/,
    /portal\/onboarding#token=/,
    /opens once/,
  ],
  'onboarding-reminder': [/November 24, 2026/, /can’t begin without/, /saved is still there/, /#token=/],
  'onboarding-reminder-changes': [/sent the form for Website in ten pages back/, /Sunday is missing/],
  'onboarding-approved': [/checked and approved/, /tasks now go to the people of our fulfilment team/],
  'onboarding-changes-requested': [
    /put right before the work can begin/,
    /Opening hours.*Sunday is missing/,
    /The form as a whole.*two languages/,
    /logo.*an old logo/,
    /#token=/,
  ],
  'onboarding-changes-requested-copy': [
    /sent it back to Sam Lee/,
    /Opening hours.*Sunday is missing/,
    /portal\/orders\/ord_1/,
  ],
  'onboarding-submitted': [
    /waits to be checked/,
    /Claim it/,
    /sent back before/,
    /admin\/#\/onboardingDocuments\/doc_1\/show/,
  ],
  'fresh-onboarding-link': [/asked for a fresh one/, /this address only/, /#token=/],
  'dashboard-invitation': [
    /Brightside Agency has ordered work for Lee’s Bakery/,
    /where the work stands/,
    /your own documents/,
    /portal\/invitation#token=/,
  ],
  'communication-invitation': [
    /how you reach us/i,
    /Write on the order’s page/,
    /You get a mail when somebody writes/,
    /Expect to hear from us regularly/,
    /Tell us at once/,
    /portal\/orders\/ord_1/,
  ],
  'task-delegated': [
    /Mira Novak gave you this task/,
    /Friday, 27 November 2026 at 16:00 UTC/,
    /once the tasks before it are done/,
    /admin\/#\/tasks\/tsk_1\/show/,
  ],
  'task-due-soon': [/due soon/, /27 November 2026/],
  'task-overdue': [/This task of yours has passed its time/],
  'task-overdue-admin': [/Jo Park has this task and its time has passed/],
  'message-posted': [/Jo Park wrote to you/, /Would you rather see/, /portal\/orders\/ord_1/],
  'message-posted-team': [/only the team can read it/, /admin\/#\/orders\/ord_1\/show/],
  'member-invitation': [
    /Ana Ortega would like you to be a member of Lee’s Bakery/,
    /owner/,
    /portal\/invitation#token=/,
  ],
  'staff-invitation': [/back office/, /design, web/, /portal\/invitation#token=/],
  'sign-in-link': [/opens once/, /portal\/magic-link#token=/, /If it was not you, you need to do nothing/],
}

test('every kind of mail has its points', () => {
  expect(samples.map((sample) => sample.name).sort()).toEqual(Object.keys(points).sort())
})

describe.each(samples)('$name', ({ name, content }) => {
  test('makes each of its points in both parts', async () => {
    const mail = await renderMail(content)
    for (const point of points[name] ?? []) {
      expect(flat(mail.text)).toMatch(point)
      expect(flat(wordsOf(mail.html))).toMatch(point)
    }
  })

  test('says the same in both parts', async () => {
    const mail = await renderMail(content)
    const page = flat(wordsOf(mail.html))
    const said = mail.text
      .split(/\s+/)
      .map((word) => word.replace(/^[*>]+|:$/g, ''))
      .filter((word) => /\p{L}/u.test(word) && word !== '--')
    expect(said.filter((word) => !page.includes(word))).toEqual([])
  })

  test('has a subject and a preheader of one short line, and links to pages of ours alone', async () => {
    const mail = await renderMail(content)
    expect(mail.subject).toMatch(/^[^\r\n]{8,110}$/)
    expect(content.preheader.length).toBeGreaterThan(0)
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(name === 'onboarding-approved' ? -1 : 0)
    for (const link of links) expect(link).toMatch(/^https:\/\/waybill\.example\/(portal|admin)\//)
    expect(mail.html).not.toMatch(/<(script|img|iframe|link|form)\b/)
  })
})

test('a moment is written in the reader’s own language and zone, and says which', async () => {
  const berlin = await renderMail(compose(orderReceipt, order, buyer, PUBLIC_URL))
  const newYork = await renderMail(compose(orderReceipt, order, client, PUBLIC_URL))
  expect(berlin.text).toContain('Tuesday, 24 November 2026 at 14:32 CET')
  expect(berlin.text).toContain('time zone Europe/Berlin')
  expect(newYork.text).toContain('Tuesday, November 24, 2026 at 08:32 EST')
  expect(newYork.text).toContain('time zone America/New_York')
})

test('on the night the clocks change the offset that holds at the deadline is named', async () => {
  const at = (payBy: string) =>
    renderMail(
      compose(
        paymentFailed,
        { ...order, payBy: new Date(payBy), amount: order.total, at: new Date(), reason: null },
        buyer,
        PUBLIC_URL,
      ),
    )
  expect((await at('2026-10-25T00:30:00Z')).text).toContain('Sunday, 25 October 2026 at 02:30 CEST')
  expect((await at('2026-10-25T01:30:00Z')).text).toContain('Sunday, 25 October 2026 at 02:30 CET')
})

test('a locale without words of its own gets an English mail, dates and amounts too, in its own zone', async () => {
  const mail = await renderMail(compose(orderReceipt, order, { ...buyer, locale: 'fr' }, PUBLIC_URL))
  expect(mail.html).toContain('lang="en"')
  expect(mail.text).toContain('€1,299.00')
  expect(mail.text).toContain('Tuesday, 24 November 2026 at 14:32 CET')
})

test('who orders for themselves is not told that they ordered something for themselves from somebody else', async () => {
  const mail = await renderMail(
    compose(onboardingRequest, { ...document, ownOrder: true, recipientId: buyer.id }, buyer, PUBLIC_URL),
  )
  expect(mail.text).toContain('You have ordered Website in ten pages.')
  expect(mail.text).not.toContain('Brightside Agency has ordered')
})
