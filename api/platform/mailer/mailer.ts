import type { Mailer, MailerOptions, OutgoingMail } from './outgoing.js'
import { openSmtp } from './smtp.js'

/** Opens the way out: SMTP where it is configured, otherwise every mail is kept and counts as taken. */
export function openMailer(options: MailerOptions): Mailer {
  const from = splitFrom(options.from)
  const domain = from.address.split('@')[1] ?? 'localhost'
  const messageId = (mailId: string) => `<${mailId}@${domain}>`
  const { smtpUrl, bounces, ...others } = options
  if (!smtpUrl) return { mode: 'kept', messageId, deliver: async () => 'TAKEN', close: () => undefined }
  const bounceAddress = (mail: OutgoingMail) => bounces?.of(mail.id, mail.sending ?? 1)
  return { mode: 'smtp', messageId, ...openSmtp({ ...others, smtpUrl, messageId, from, bounceAddress }) }
}

/** `Name <address>` or a bare address, in its two parts. */
function splitFrom(from: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<]*?)"?\s*)?<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from)
  return match ? { name: match[1] ?? '', address: match[2] ?? '' } : { name: '', address: from.trim() }
}
