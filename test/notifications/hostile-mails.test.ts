import 'reflect-metadata'
import { describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { compose, type Email } from '../../api/notifications/email.js'
import { sampleWorld } from '../../api/notifications/samples/sample-world.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { PUBLIC_URL } from './sample-mails.js'

const HOSTILE = [
  `Eve\r\nBcc: victim@example.test\r\n\r\n<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)></td></table><a href="https://evil.example">Hier klicken</a>`,
  `\u202Egnp.exe {{7*7}} @@0@@ <mj-include path="/etc/passwd" /> „“`,
]

/** What is ours in facts: ids, addresses, states, moments, days. Everything else somebody has written. */
const OURS = /^(?:[a-z]{3}_|sample_|https?:|[A-Z_]+$)|@|^\d{4}-\d\d-\d\d(?:T|$)/

/** The same facts, but that whatever people wrote is this. */
function written<T>(facts: T, by: string): T {
  if (typeof facts === 'string') return (OURS.test(facts) ? facts : by) as T
  if (Array.isArray(facts)) return facts.map((each: unknown) => written(each, by)) as T
  if (facts === null || typeof facts !== 'object' || facts instanceof Date) return facts
  const kept = ['currency', 'chart', 'flow']
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      kept.includes(key) ? value : written(value as unknown, by),
    ]),
  ) as T
}

const mails: Email<unknown>[] = []
for (const file of readdirSync('api/notifications/emails')) {
  const found: object = await import(`../../api/notifications/emails/${file.replace('.ts', '.js')}`)
  mails.push(...Object.values(found).filter(isMail))
}

function isMail(value: unknown): value is Email<unknown> {
  return typeof value === 'object' && value !== null && 'samples' in value
}

test('every kind of mail is among them', () => {
  expect(mails.map((mail) => mail.template).sort()).toEqual(
    readdirSync('api/notifications/emails')
      .map((file) => file.replace('.ts', ''))
      .sort(),
  )
})

describe.each(['en', 'de'])('in %s', (locale) => {
  const is = sampleWorld(locale, PUBLIC_URL)
  const cases = mails.flatMap((mail) =>
    mail.samples(is).map((sample) => ({ ...sample, mail, name: [mail.template, sample.variant].join(' ') })),
  )

  test.each(cases)('$name: hostile words stay words, and reach no header', async ({ mail, facts, to }) => {
    const render = (by: string) =>
      renderMail(compose(mail, written(facts, by), { ...to, name: by }, PUBLIC_URL))
    const harmless = tagsOf((await render('x')).html)
    for (const words of HOSTILE) {
      const { subject, html, text } = await render(words)
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
      expect(tagsOf(html)).toEqual(harmless)
      expect(html + text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
      expect(links.filter((link) => !link.startsWith(`${PUBLIC_URL}/`))).toEqual([])
    }
  })
})

/** The tags of a page in their order, without what people may have put into them. */
function tagsOf(page: string): string[] {
  return (page.match(/<[a-z/!][^>]*>/gi) ?? [])
    .filter((tag) => tag !== '<br>')
    .map((tag) => tag.replace(/(aria-label|alt)="[^"]*"/, ''))
}
