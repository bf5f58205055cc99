import { describe, expect, test } from '@jest/globals'
import { messagePosted } from '../../api/notifications/emails/message-posted.js'
import { onboardingChangesRequested } from '../../api/notifications/emails/onboarding-changes-requested.js'
import { onboardingRequest } from '../../api/notifications/emails/onboarding-request.js'
import { compose } from '../../api/notifications/email.js'
import type { MessageFacts } from '../../api/notifications/facts.js'
import { withToken } from '../../api/notifications/mailroom.js'
import {
  button,
  facts,
  heading,
  link,
  list,
  type MailContent,
  oneLine,
  paragraph,
  plain,
  quiet,
  quote,
  TOKEN_SLOT,
} from '../../api/platform/mailer/content.js'
import { address, lines, markup } from '../../api/platform/mailer/html.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { makeSeals } from '../../api/platform/mailer/seal.js'
import { client, document, PUBLIC_URL } from './sample-mails.js'

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</td></tr></table><h1>Pay here</h1>`,
  `<mj-include path="/etc/passwd" />`,
  `<mj-raw><b>raw</b></mj-raw>`,
  `{{7*7}} \${7*7} <%= 7 %> @@0@@ @@3@@`,
  `&lt;b&gt; &#60;b&#62;`,
  `Eve\r\nBcc: victim@example.test\r\n\r\n<b>body</b>`,
  `\u202Egnp.exe`,
  `' onmouseover='alert(1)`,
]

describe.each(HOSTILE)('a name like %j', (name) => {
  const content: MailContent = {
    lang: 'en',
    subject: `Order for ${name}`,
    preheader: name,
    footer: [name],
    blocks: [
      heading(name),
      paragraph(name),
      quote(name),
      quiet(name),
      list([{ about: name, text: name }]),
      facts([[name, name]]),
      button(name, `${PUBLIC_URL}/portal/`),
      link(name, `${PUBLIC_URL}/portal/`),
    ],
  }

  test('is shown as text, wherever it stands', async () => {
    const mail = await renderMail(content)
    const clean = await renderMail({
      ...content,
      subject: 'x',
      preheader: 'x',
      footer: ['x'],
      blocks: [
        heading('x'),
        paragraph('x'),
        quote('x'),
        quiet('x'),
        list([{ about: 'x', text: 'x' }]),
        facts([['x', 'x']]),
        button('x', `${PUBLIC_URL}/portal/`),
        link('x', `${PUBLIC_URL}/portal/`),
      ],
    })
    expect(tagsOf(mail.html)).toEqual(tagsOf(clean.html))
    expect(mail.html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
    expect(mail.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  })

  test('adds no line to a header', async () => {
    const mail = await renderMail(content)
    expect(mail.subject).not.toMatch(/[\r\n\u2028\u2029]/)
    expect(mail.subject).toContain('Order for ')
  })
})

test('words that look like a slot of the layout stay words', async () => {
  const mail = await renderMail(
    compose(onboardingRequest, { ...document, buyer: '@@0@@ @@5@@' }, client, PUBLIC_URL),
  )
  expect(mail.html).toContain('@@0@@ @@5@@ has ordered')
})

test('nobody can make the secret of a link appear in their own words', async () => {
  const lure = `https://evil.example/?${TOKEN_SLOT}`
  const mail = await renderMail(
    compose(
      onboardingChangesRequested,
      { ...document, service: lure, beneficiary: lure, issues: [{ about: lure, note: lure }] },
      { ...client, name: lure },
      PUBLIC_URL,
    ),
  )
  const sent = withToken(mail.html + mail.text + mail.subject, 'the-secret')
  expect(sent.match(/.{24}the-secret/g)?.every((found) => found.includes('onboarding#token='))).toBe(true)
  expect(sent).not.toContain('?the-secret')
})

test('a long message is cut, and its line breaks are kept', async () => {
  const posted: MessageFacts = {
    author: 'Jo',
    kind: 'MESSAGE',
    visibility: 'BUYER',
    body: `first\nsecond\n${'x'.repeat(5000)}`,
    files: [],
    mentionsReader: false,
  }
  const message = {
    orderId: 'ord_1',
    number: 'W-1',
    campaignId: null,
    ofChannel: false,
    messages: [posted],
  }
  const mail = await renderMail(compose(messagePosted, message, client, PUBLIC_URL))
  expect(mail.html).toContain('first<br>second')
  expect(mail.html).not.toContain('x'.repeat(2001))
  expect(mail.text).toContain('the page shows all of it')
})

test('only the tagged template makes HTML, and it escapes what is put in', () => {
  expect(markup`<b>${'<i>&"\''}</b>`.text).toBe('<b>&lt;i&gt;&amp;&quot;&#39;</b>')
  expect(markup`<b>${markup`<i>${'<'}</i>`}</b>`.text).toBe('<b><i>&lt;</i></b>')
  expect(lines('a\r\nb<').text).toBe('a<br>b&lt;')
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'file:///etc/passwd', ''])(
  '%j is no address of a page',
  (href) => {
    expect(() => address(href)).toThrow('leads to a page of ours')
  },
)

test('plain text keeps letters of every script and joined emoji, and drops what can’t be seen', () => {
  expect(plain('Zoë 渡辺 مريم 👩‍💻\nx')).toBe('Zoë 渡辺 مريم 👩‍💻\nx')
  expect(plain('a\u0000\u001b[31m\u200B\uFEFF\u2066b')).toBe('a[31mb')
  expect(oneLine(' a \r\n\t b\u2028c ')).toBe('a b c')
})

test('a sealed secret opens with the same key alone, and only unchanged', () => {
  const seals = makeSeals('a'.repeat(32), 'tokens')
  const sealed = seals.seal('secret')
  expect(sealed).not.toContain('secret')
  expect(seals.open(sealed)).toBe('secret')
  expect(seals.seal('secret')).not.toBe(sealed)
  expect(() => makeSeals('b'.repeat(32), 'tokens').open(sealed)).toThrow('unable to authenticate')
  expect(() => makeSeals('a'.repeat(32), 'other').open(sealed)).toThrow('unable to authenticate')
  expect(() => seals.open(`${sealed.slice(0, -2)}AA`)).toThrow('unable to authenticate')
})

function tagsOf(page: string): string[] {
  return (
    page
      .match(/<[a-z/!][^>]*>/gi)
      ?.filter((tag) => tag !== '<br>')
      .map((tag) => tag.replace(/aria-label="[^"]*"/, '')) ?? []
  )
}
