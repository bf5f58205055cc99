import { oneLine } from './content.js'
import type { OutgoingMail } from './outgoing.js'

/** Whom every mail is from, and where what comes back to it goes. */
export interface Envelope {
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo?: string | undefined
  readonly messageId: (mailId: string) => string
  /** The address to which a mail's bounce is sent; absent where nothing listens for bounces. */
  readonly bounceAddress: (mail: OutgoingMail) => string | undefined
}

/** A mail as it goes over the wire. Addresses go as objects, so that no name can add another recipient or a header. */
export function wireMessage(mail: OutgoingMail, envelope: Envelope) {
  const { from, replyTo } = envelope
  return {
    envelope: { from: envelope.bounceAddress(mail) ?? from.address, to: mail.to.address },
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    messageId: mail.messageId ?? envelope.messageId(mail.id),
    ...threading(mail),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    attachments: mail.pictures?.map(({ cid, filename, bytes }) => ({
      cid,
      filename,
      content: bytes,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    })),
    ...calendar(mail),
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(mail) },
  }
}

/** As an alternative to the page, which mail programs act on, and as a file, for everybody else. Source: RFC 6047. */
function calendar({ calendar: part }: OutgoingMail) {
  if (!part) return {}
  return { icalEvent: { method: part.method, content: part.file, filename: 'appointment.ics' } }
}

/** Mail programs show what refers to each other as one conversation. Source: RFC 5322 section 3.6.4. */
function threading({ thread }: OutgoingMail) {
  if (!thread) return {}
  return { inReplyTo: thread.last, references: [...new Set([thread.first, thread.last])] }
}

/** One click in the mail program switches this kind of mail off, by a POST of its own. Source: RFC 8058. */
function unsubscribing({ unsubscribeUrl }: OutgoingMail): Record<string, string> {
  if (!unsubscribeUrl) return {}
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
