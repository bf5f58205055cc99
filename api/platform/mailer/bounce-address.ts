import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Makes and reads the addresses to which bounces of single mails are sent. */
export interface BounceAddresses {
  /** The address for the bounce of one sending of one mail. */
  of(mailId: string, sending: number): string
  /** What an address is for; undefined where it is none of ours. */
  read(address: string): { readonly mailId: string; readonly sending: number } | undefined
}

const SIGNATURE_LETTERS = 20
const OURS = /^b-([0-9a-hjkmnp-tv-z]{26})-([0-9a-z]{1,4})-([0-9a-f]{20})$/

/**
 * Every mail has a sender address of its own on the wire, signed, so that what comes back to it tells by itself which
 * mail it is about and nobody can make one up. It survives relays that change the case of letters, and is shorter than
 * the 64 octets a mailbox name may have. Source: RFC 5321 section 4.5.3.1.1.
 */
export function bounceAddresses(domain: string, secret: string): BounceAddresses {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'addresses for bounces', 32))
  const sign = (subject: string) =>
    createHmac('sha256', key).update(subject).digest('hex').slice(0, SIGNATURE_LETTERS)
  return {
    of: (mailId, sending) => {
      const subject = `${mailId.replace(/^eml_/, '')}-${sending.toString(36)}`
      return `b-${subject}-${sign(subject)}@${domain}`
    },
    read: (address) => {
      const [local = '', at, ...more] = address.toLowerCase().split('@')
      const [, id, sending, signature] = OURS.exec(local) ?? []
      if (!id || !sending || !signature || at !== domain.toLowerCase() || more.length) return undefined
      const right = Buffer.from(sign(`${id}-${sending}`))
      if (!timingSafeEqual(Buffer.from(signature), right)) return undefined
      return { mailId: `eml_${id}`, sending: Number.parseInt(sending, 36) }
    },
  }
}
