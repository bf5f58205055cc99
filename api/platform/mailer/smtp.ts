import { createTransport } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js'
import { MailFailure, type Mailer, type MailerOptions, type OutgoingMail } from './outgoing.js'
import { type Envelope, wireMessage } from './wire-message.js'

/** The longest that handing one mail over may take, where nothing else is said, in milliseconds. */
export const HAND_OVER_MS = 25_000
/** Lines kept open at once; a mail server sees no more of us than this. */
export const LINES = 5
const MAILS_PER_LINE = 100
const IDLE_MS = 10_000
/** A line that was closed before anything of a mail went over it is opened again this often, at once. */
const REOPENED = 2

interface SmtpOptions extends Omit<MailerOptions, 'from' | 'bounces'>, Envelope {
  readonly smtpUrl: string
}

/**
 * SMTP over a few lines that stay open while there is something to send. What one mail meets on its line concerns no
 * other: a line that fails or hangs is closed and the next mail gets a fresh one.
 */
export function openSmtp(options: SmtpOptions): Pick<Mailer, 'deliver' | 'close'> {
  const transport = createTransport(transportOptions(options))
  return {
    async deliver(mail) {
      refuseBadAddress(mail)
      // The limit covers the whole: when it is over the line is cut, so that nothing goes out behind our back.
      const limit = new AbortController()
      const timeoutMs = options.timeoutMs ?? HAND_OVER_MS
      const timer = setTimeout(() => limit.abort(), timeoutMs)
      try {
        await transport.sendMail({ ...wireMessage(mail, options), signal: limit.signal })
        return 'TAKEN'
      } catch (error) {
        if (limit.signal.aborted) throw new MailFailure('temporary', `No answer within ${timeoutMs} ms.`)
        throw asFailure(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => transport.close(),
  }
}

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What every line has: time limits, and no way to make the mailer read a file or fetch an address. */
function transportOptions(options: SmtpOptions): SMTPPool.Options {
  const wait = options.timeoutMs ?? HAND_OVER_MS
  const { hostname, port, protocol, username, password } = new URL(options.smtpUrl)
  const secure = protocol === 'smtps:'
  return {
    pool: true,
    maxConnections: LINES,
    maxMessages: MAILS_PER_LINE,
    maxRequeues: REOPENED,
    idleTimeout: Math.min(IDLE_MS, wait),
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

/**
 * What a signature covers: what a reader sees and what mail programs act on, and nothing that relays rewrite. Names that
 * a mail does not have are signed as absent, so that nobody adds them on the way. Source: RFC 6376 section 5.4,
 * RFC 8058 section 4 for the two about unsubscribing.
 */
const SIGNED = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'mime-version',
  'content-type',
].join(':')

function refuseBadAddress(mail: OutgoingMail): void {
  if (!/^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/.test(mail.to.address)) {
    throw new MailFailure('recipient', 'The address is no mail address.')
  }
}

/**
 * A 5xx answer to this mail is final: of the address, if it came to RCPT TO, of the mail, if it came to its content.
 * Everything else may pass: a server that is down, busy or says 4xx, and one that will not have us at all (no sign-in,
 * our sender refused), since then somebody has to mend that, and not one mail. Source: RFC 5321 section 4.2.1.
 */
function asFailure(error: unknown): MailFailure {
  const {
    responseCode = 0,
    command = '',
    message = String(error),
  } = error as { responseCode?: number; command?: string; message?: string }
  if (responseCode < 500) return new MailFailure('temporary', message)
  if (command === 'RCPT TO') return new MailFailure('recipient', message)
  return new MailFailure(command === 'DATA' ? 'permanent' : 'temporary', message)
}
