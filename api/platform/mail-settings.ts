import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { StartRefused } from './start-refused.js'

/** How mails leave and come back, beside server and sender. */
export type MailConfig = Readonly<{
  /** The longest that handing one mail over may take, in milliseconds. */
  timeoutMs: number
  /** Where answers go; absent means to the sender. */
  replyTo: string | undefined
  /** What signs mails, where the domain has a key. The key is in PEM. */
  dkim: Readonly<{ domainName: string; keySelector: string; privateKey: string }> | undefined
  /** The domain whose mail comes to us as bounces, and the TCP port on which we take it. */
  bounces: Readonly<{ domain: string; port: number }> | undefined
}>

const DOMAIN = /^(?=.{1,100}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i
const domain = (example: string) => z.string().regex(DOMAIN, `must be a domain like ${example}`).optional()
const number = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.int(error).min(from, error).max(to, error))
}

/** The variables of the environment that mail has beside `SMTP_URL` and `MAIL_FROM`. */
export const mailVariables = {
  SMTP_TIMEOUT_MS: number(500, 120_000).default(25_000),
  MAIL_REPLY_TO: z.email('must be an address like help@waybill.example').optional(),
  DKIM_DOMAIN: domain('waybill.example'),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be a name like mail2026')
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
  BOUNCE_DOMAIN: domain('bounces.waybill.example'),
  BOUNCE_PORT: number(0, 65_535).optional(),
}

const read = z.object(mailVariables)
type MailVariables = z.infer<typeof read>

/** The mail settings, the key of signatures read. Throws {@link StartRefused} where half of something is missing. */
export function mailConfig(value: MailVariables): MailConfig {
  return Object.freeze({
    timeoutMs: value.SMTP_TIMEOUT_MS,
    replyTo: value.MAIL_REPLY_TO,
    dkim: dkimOf(value),
    bounces: bouncesOf(value),
  })
}

function dkimOf(value: MailVariables): MailConfig['dkim'] {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: file } = value
  if (!domainName && !keySelector && !file) return undefined
  if (!domainName || !keySelector || !file)
    throw new StartRefused(
      'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together: set all three, or none.',
    )
  return Object.freeze({ domainName, keySelector, privateKey: keyIn(file) })
}

/** A key that cannot sign would let mails go out unsigned, and nobody would notice. */
function keyIn(file: string): string {
  try {
    const privateKey = readFileSync(file, 'utf8')
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(privateKey)
    if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024) return privateKey
  } catch {
    throw new StartRefused(`DKIM_KEY_FILE (${file}) cannot be read as a private key in PEM.`)
  }
  throw new StartRefused(`DKIM_KEY_FILE (${file}) must be an RSA key; make one of 2048 bits.`)
}

function bouncesOf(value: MailVariables): MailConfig['bounces'] {
  const { BOUNCE_DOMAIN: domainName, BOUNCE_PORT: port } = value
  if (domainName === undefined && port === undefined) return undefined
  if (domainName === undefined || port === undefined)
    throw new StartRefused('BOUNCE_DOMAIN and BOUNCE_PORT go together: set both, or neither.')
  return Object.freeze({ domain: domainName, port })
}
