import type { Mailer, MailerOptions } from './outgoing.js'
import { openSmtp } from './smtp.js'

/** Opens the way out: SMTP where it is configured, otherwise every mail is kept and counts as taken. */
export function openMailer(options: MailerOptions): Mailer {
  const from = splitFrom(options.from)
  const domain = from.address.split('@')[1] ?? 'localhost'
  const messageId = (mailId: string) => `<${mailId}@${domain}>`
  const { smtpUrl } = options
  if (!smtpUrl) return { mode: 'kept', messageId, deliver: async () => 'TAKEN', close: () => undefined }
  return { mode: 'smtp', messageId, ...openSmtp({ ...options, smtpUrl, messageId, from }) }
}

/** `Name <address>` or a bare address, in its two parts. */
function splitFrom(from: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<]*?)"?\s*)?<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from)
  return match ? { name: match[1] ?? '', address: match[2] ?? '' } : { name: '', address: from.trim() }
}
