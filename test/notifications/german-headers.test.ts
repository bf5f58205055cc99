import { expect, test } from '@jest/globals'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { renderMail } from '../../api/platform/mailer/render.js'
import { wireMessage } from '../../api/platform/mailer/wire-message.js'
import { samplesIn } from './sample-mails.js'

const envelope = {
  from: { name: 'Waybill', address: 'no-reply@waybill.example' },
  messageId: (id: string) => `<${id}@waybill.example>`,
  bounceAddress: () => undefined,
}

test.each(samplesIn('de'))(
  '$name goes over the wire in ASCII, and comes out in German',
  async ({ content, to }) => {
    const { subject, html, text } = await renderMail(content)
    const mail = {
      id: 'eml_1',
      to: { name: `${to.name} Müller-Lüdenscheidt`, address: to.email },
      subject,
      html,
      text,
    }
    const wire = createTransport({ streamTransport: true, buffer: true })
    const { message } = await wire.sendMail(wireMessage(mail, envelope))
    const bytes = message as Buffer
    expect(bytes.every((byte) => byte < 128)).toBe(true)
    expect(
      bytes
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true)
    const received = await PostalMime.parse(bytes)
    expect(received.subject).toBe(subject)
    expect(received.to).toEqual([{ name: mail.to.name, address: to.email }])
    expect(received.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.trimEnd())
    expect(received.html).toContain('lang="de"')
  },
)
