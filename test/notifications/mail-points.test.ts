import { describe, expect, test } from '@jest/globals'
import { orderReceipt } from '../../api/notifications/emails/order-receipt.js'
import { paymentFailed } from '../../api/notifications/emails/payment-failed.js'
import { compose } from '../../api/notifications/email.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { englishCampaigns } from './points/english-campaigns.js'
import { englishOutreach } from './points/english-outreach.js'
import { englishPoints } from './points/english.js'
import { germanCampaigns } from './points/german-campaigns.js'
import { germanOutreach } from './points/german-outreach.js'
import { germanPoints } from './points/german.js'
import { buyer, client, everySample, flat, order, PUBLIC_URL, samplesIn, wordsOf } from './sample-mails.js'

/** A mail that asks for nothing and has nothing to show leads nowhere. */
const WITHOUT_LINK = [
  'onboarding-approved-recipient',
  'onboarding-waived-recipient',
  'onboarding-recipient-changed',
  'order-cancelled-recipient',
  'order-cancelled-beneficiary',
  'appointment-cancelled-counterpart',
  'appointment-cancelled-counterpart-unconfirmed',
]

const languages = [
  { locale: 'en', points: { ...englishPoints, ...englishCampaigns, ...englishOutreach } },
  { locale: 'de', points: { ...germanPoints, ...germanCampaigns, ...germanOutreach } },
]

describe.each(languages)('in $locale', ({ locale, points }) => {
  const samples = samplesIn(locale)

  test('every kind of mail has its points', () => {
    expect(samples.map((sample) => sample.name).sort()).toEqual(Object.keys(points).sort())
  })

  test.each(samples)('$name makes each of its points in both parts', async ({ name, content }) => {
    const mail = await renderMail(content)
    for (const point of points[name] ?? []) {
      expect(flat(mail.text)).toMatch(point)
      expect(flat(wordsOf(mail.html))).toMatch(point)
    }
  })
})

describe.each(everySample)('$locale $name', ({ name, locale, content }) => {
  test('says the same in both parts', async () => {
    const mail = await renderMail(content)
    const page = flat(wordsOf(mail.html))
    const said = mail.text
      .split(/\s+/)
      .map((word) => word.replace(/^[*>[]+|[:\]]$/g, ''))
      .filter((word) => /\p{L}/u.test(word) && word !== '--')
    expect(said.filter((word) => !page.includes(word))).toEqual([])
  })

  test('has a subject and a preheader of one short line, and links to pages of ours alone', async () => {
    const mail = await renderMail(content)
    expect(mail.subject).toMatch(/^[^\r\n]{8,110}$/)
    expect(content.preheader.length).toBeGreaterThan(0)
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(links.length > 0).toBe(!WITHOUT_LINK.includes(name))
    for (const link of links) expect(link).toMatch(/^https:\/\/waybill\.example\/(portal|admin)\//)
    expect(mail.html).not.toMatch(/<(script|iframe|link|form)\b/)
    expect(
      [...mail.html.matchAll(/<img[^>]*src="([^"]*)"/g)].every((found) => found[1]?.startsWith('cid:')),
    ).toBe(true)
  })

  test('is small, names its language, and is read in 72 columns', async () => {
    const mail = await renderMail(content)
    expect(mail.html).toContain(`<html lang="${locale.slice(0, 2)}"`)
    expect(Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text)).toBeLessThan(100_000)
    const wide = mail.text
      .split('\n')
      .filter((line) => line.length > 72 && !line.startsWith('http') && !FACT.test(line))
    expect(wide).toEqual([])
    expect(mail.text).not.toMatch(/undefined|null|NaN|\[object|Invalid/)
  })
})

/** A fact stays in one line, however long what is said is. */
const FACT = /^[^:]{2,40}: /

const inBerlin = { ...buyer, timeZone: 'Europe/Berlin' }
const inNewYork = { ...client, locale: 'en-US', timeZone: 'America/New_York' }

test('a moment is written in the reader’s own language and zone, and says which', async () => {
  const berlin = await renderMail(compose(orderReceipt, order, inBerlin, PUBLIC_URL))
  const newYork = await renderMail(compose(orderReceipt, order, inNewYork, PUBLIC_URL))
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
        inBerlin,
        PUBLIC_URL,
      ),
    )
  expect((await at('2026-10-25T00:30:00Z')).text).toContain('Sunday, 25 October 2026 at 02:30 CEST')
  expect((await at('2026-10-25T01:30:00Z')).text).toContain('Sunday, 25 October 2026 at 02:30 CET')
})

test('a locale without words of its own gets an English mail, dates and amounts too, in its own zone', async () => {
  const mail = await renderMail(compose(orderReceipt, order, { ...inBerlin, locale: 'fr' }, PUBLIC_URL))
  expect(mail.html).toContain('lang="en"')
  expect(mail.text).toContain('£1,299.00')
  expect(mail.text).toContain('Tuesday, 24 November 2026 at 14:32 CET')
})

test('German days, times and amounts are those of the reader’s country', async () => {
  const texts = await Promise.all(
    ['de', 'de-AT', 'de-CH', 'de_AT'].map(async (locale) => {
      const at = new Date('2027-01-05T23:05:00Z')
      const to = { ...buyer, locale, timeZone: 'Europe/Vienna' }
      return flat((await renderMail(compose(orderReceipt, { ...order, paidAt: at }, to, PUBLIC_URL))).text)
    }),
  )
  expect(texts[0]).toContain('Mittwoch, 6. Januar 2027, 00:05 Uhr MEZ')
  expect(texts[1]).toContain('Mittwoch, 6. Jänner 2027, 00:05 Uhr MEZ')
  expect(texts[2]).toContain('Mittwoch, 6. Januar 2027, 00:05 Uhr MEZ')
  expect(texts[3]).toContain('6. Jänner 2027')
  expect(texts[0]).toContain('1.299,00 £')
  expect(texts[1]).toContain('£ 1.299,00')
  expect(texts[2]).toMatch(/£ ?1[’']299\.00/)
})

test('midnight is the hour 00 everywhere', async () => {
  const at = new Date('2027-01-06T05:05:00Z')
  const mail = await renderMail(compose(orderReceipt, { ...order, paidAt: at }, inNewYork, PUBLIC_URL))
  expect(mail.text).toContain('Wednesday, January 6, 2027 at 00:05 EST')
})

test('in summer German mails say the summer’s zone', async () => {
  const facts = {
    ...order,
    payBy: new Date('2026-10-25T00:30:00Z'),
    amount: order.total,
    at: new Date(),
    reason: null,
  }
  const inGerman = { ...inBerlin, locale: 'de' }
  const said = async (payBy: string) =>
    flat(
      (await renderMail(compose(paymentFailed, { ...facts, payBy: new Date(payBy) }, inGerman, PUBLIC_URL)))
        .text,
    )
  expect(await said('2026-10-25T00:30:00Z')).toContain('Sonntag, 25. Oktober 2026, 02:30 Uhr MESZ')
  expect(await said('2026-10-25T01:30:00Z')).toContain('Sonntag, 25. Oktober 2026, 02:30 Uhr MEZ')
})
