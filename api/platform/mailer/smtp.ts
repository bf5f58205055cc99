import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { oneLine } from './content.js'
import { MailFailure, type Mailer, type MailerOptions, type OutgoingMail } from './outgoing.js'

const TIMEOUT_MS = 25_000

interface SmtpOptions extends Omit<MailerOptions, 'from'> {
  readonly smtpUrl: string
  readonly from: { readonly name: string; readonly address: string }
  readonly messageId: (mailId: string) => string
}

/** SMTP, one connection per mail: a server that hangs up or hangs keeps no other mail waiting. */
export function openSmtp(options: SmtpOptions): Pick<Mailer, 'deliver' | 'close'> {
  const transport = createTransport(transportOptions(options))
  return {
    async deliver(mail) {
      refuseBadAddress(mail)
      try {
        await within(options.timeoutMs ?? TIMEOUT_MS, transport.sendMail(message(mail, options)))
        return 'TAKEN'
      } catch (error) {
        throw asFailure(error)
      }
    },
    close: () => transport.close(),
  }
}

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What every connection has: time limits, and no way to make the mailer read a file or fetch an address. */
function transportOptions(options: SmtpOptions): SMTPTransport.Options {
  const wait = options.timeoutMs ?? TIMEOUT_MS
  const { hostname, port, protocol, username, password } = new URL(options.smtpUrl)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: Boolean(username) && !secure && !THIS_MACHINE.test(hostname), // a password never goes over an open line
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    ...(options.dkim && { dkim: { ...options.dkim, headerFieldNames: SIGNED } }),
  }
}

/** What a signature covers: what a reader sees and relies on, and nothing that relays rewrite. */
const SIGNED = 'from:to:subject:date:message-id:mime-version:content-type'

/** Addresses go as objects, so that no name can add another recipient or a header. */
function message(mail: OutgoingMail, options: SmtpOptions) {
  return {
    from: { name: oneLine(options.from.name), address: options.from.address },
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    messageId: options.messageId(mail.id),
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
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

function refuseBadAddress(mail: OutgoingMail): void {
  if (!/^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/.test(mail.to.address)) {
    throw new MailFailure('recipient', 'The address is no mail address.')
  }
}

async function within<T>(ms: number, sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new MailFailure('temporary', `No answer within ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
    sending.catch(() => undefined) // lost the race: its end concerns nobody any more
  }
}

/**
 * A 5xx answer to this mail is final (of the address, if it came to RCPT TO); everything else may pass: a server that is
 * down, busy, misconfigured or says 4xx. Source: RFC 5321 section 4.2.1.
 */
function asFailure(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error
  const {
    responseCode = 0,
    command = '',
    message = String(error),
  } = error as { responseCode?: number; command?: string; message?: string }
  if (responseCode < 500) return new MailFailure('temporary', message)
  if (command === 'RCPT TO') return new MailFailure('recipient', message)
  return new MailFailure(command === 'DATA' || command === 'MAIL FROM' ? 'permanent' : 'temporary', message)
}
