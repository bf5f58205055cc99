import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { byLink, anOnboarding } from '../onboarding/a-document.js'
import { openWorld, type World } from '../support/world.js'

const GALLERY = '{ mailGallery { locales templates { template variants occasions { event when tells } } } }'
const SAMPLE = `query($t: String!, $l: String!, $v: String) {
  mailSample(template: $t, locale: $l, variant: $v) { template variant locale language timeZone toName subject preheader html text bytes } }`

interface Gallery {
  locales: string[]
  templates: { template: string; variants: string[]; occasions: { event: string | null; tells: string }[] }[]
}

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('the gallery of mails', () => {
  test('lists every kind of mail there is, with when it goes out and to whom', async () => {
    const asked = await (await world.as('support@demo.test')).ask(GALLERY)
    const mailGallery: Gallery = asked['mailGallery']
    const files = readdirSync('api/notifications/emails').map((file) => file.replace('.ts', ''))
    expect(mailGallery.templates.map((found) => found.template)).toEqual(files.sort())
    expect(mailGallery.locales).toEqual(['en', 'en-US', 'de', 'de-AT', 'de-CH'])
    const delivered = mailGallery.templates.find((found) => found.template === 'order-delivered')
    expect(delivered).toMatchObject({
      variants: ['', 'again'],
      occasions: [{ event: 'order.delivered', tells: 'Who placed the order' }],
    })
  })

  test('shows a mail in both parts as its reader gets it, with secrets hidden and invented people alone', async () => {
    const admin = await world.as('admin@demo.test')
    const { mailSample } = await admin.ask(SAMPLE, { t: 'onboarding-request', l: 'de-AT' })
    expect(mailSample).toMatchObject({
      locale: 'de-AT',
      language: 'de',
      timeZone: 'Europe/Vienna',
      toName: 'Samuel Leitner',
      variant: '',
    })
    expect(mailSample.html).toContain('lang="de"')
    expect(mailSample.html).toContain('onboarding#token=…hidden')
    expect(mailSample.text).toContain('Guten Tag Samuel Leitner!')
    expect(mailSample.bytes).toBeLessThan(100_000)
    expect(JSON.stringify(mailSample)).not.toContain('demo.test')
  })

  test('shows a variant, and nothing where there is none', async () => {
    const admin = await world.as('admin@demo.test')
    const { mailSample } = await admin.ask(SAMPLE, { t: 'order-cancelled', l: 'en', v: 'team' })
    expect(mailSample.subject).toBe('Please stop: order W-10042 was cancelled')
    const nothing = [
      { t: 'order-cancelled', l: 'en', v: 'nobody' },
      { t: 'no-such-mail', l: 'en' },
      { t: 'order-cancelled', l: 'tlh' },
      { t: '__proto__', l: 'constructor' },
    ]
    for (const asked of nothing) expect(await admin.ask(SAMPLE, asked)).toEqual({ mailSample: null })
  })

  test('is for support and admins; buyers, clients, other staff, links and strangers are refused', async () => {
    const asked = { t: 'order-receipt', l: 'en' }
    const others = ['agency', 'client', 'channel', 'finance', 'fulfilment'].map((who) => `${who}@demo.test`)
    for (const email of others) {
      const caller = await world.as(email)
      expect(await caller.refused(GALLERY)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await caller.refused(SAMPLE, asked)).toMatchObject({ code: 'FORBIDDEN' })
    }
    await anOnboarding(world)
    const link = await byLink(world)
    expect(await link.refused(SAMPLE, asked)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.caller().refused(GALLERY)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })
})
