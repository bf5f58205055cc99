import { afterAll, beforeAll, expect, test } from '@jest/globals'
import PostalMime from 'postal-mime'
import { calendarPart } from '../../api/notifications/mail-calendar.js'
import { compose } from '../../api/notifications/email.js'
import { appointmentCancelled } from '../../api/notifications/emails/appointment-cancelled.js'
import { appointmentConfirmed } from '../../api/notifications/emails/appointment-confirmed.js'
import { openMailer } from '../../api/platform/mailer/mailer.js'
import type { OutgoingMail } from '../../api/platform/mailer/outgoing.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { readCalendar, the } from '../outreach/read-calendar.js'
import { type MailServer, startMailServer } from './mail-server.js'
import { english, PUBLIC_URL } from './sample-mails.js'

const { appointment, counterpart } = english
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.stop())

/** A mail to the counterpart as it came over the wire. */
async function received(mail: Pick<OutgoingMail, 'subject' | 'html' | 'text' | 'calendar'>) {
  const mailer = openMailer({ smtpUrl: server.url, from: 'Waybill <no-reply@waybill.example>' })
  await mailer.deliver({ id: 'eml_1', to: { name: counterpart.name, address: counterpart.email }, ...mail })
  mailer.close()
  const { raw } = server.received.at(-1)!
  return { raw, parsed: await PostalMime.parse(raw, { attachmentEncoding: 'utf8' }) }
}

test.each([
  ['REQUEST', compose(appointmentConfirmed, appointment.confirmed, counterpart, PUBLIC_URL), 'CONFIRMED', 1],
  ['CANCEL', compose(appointmentCancelled, appointment.cancelled, counterpart, PUBLIC_URL), 'CANCELLED', 2],
])(
  'a mail with %s carries its calendar entry twice: for mail programs, and as a file for everybody else',
  async (method, content, status, sequence) => {
    const kept = JSON.parse(JSON.stringify(content.calendar)) // as the outbox keeps it
    const { raw, parsed } = await received({
      ...(await renderMail(content)),
      calendar: calendarPart(kept),
    })
    expect(raw).toMatch(new RegExp(`^Content-Type: text/calendar; charset=utf-8; method=${method}`, 'm'))
    const files = parsed.attachments.map(({ mimeType, filename }) => [mimeType, filename])
    expect(files).toContainEqual(['application/ics', 'appointment.ics'])
    for (const { content: file } of parsed.attachments) {
      const text = typeof file === 'string' ? file : Buffer.from(file as Uint8Array).toString()
      const lines = readCalendar(text.replace(/\r?\n/g, '\r\n')) // a text's line breaks are the reader's
      expect(the(lines, 'METHOD').value).toBe(method)
      expect(the(lines, 'STATUS').value).toBe(status)
      expect(the(lines, 'SEQUENCE').value).toBe(String(sequence))
      expect(the(lines, 'UID').value).toBe('apt_sample@waybill.example')
      expect(the(lines, 'DTSTART').value).toBe('20261202T100000Z')
      expect(the(lines, 'ATTENDEE').value).toBe('mailto:counterpart@sample.example')
      expect(the(lines, 'ORGANIZER').value).toBe('mailto:no-reply@waybill.example')
      expect(the(lines, 'SUMMARY').value).toContain('Sam Lee')
    }
    expect(parsed.html).toContain('Nora Field')
    expect(parsed.text).toContain('Nora Field')
  },
)

test('a mail without one has no calendar part', async () => {
  const { raw } = await received({ subject: 'x', html: '<p>x</p>', text: 'x' })
  expect(raw).not.toContain('text/calendar')
})
