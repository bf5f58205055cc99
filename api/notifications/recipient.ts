import type { MailKind } from './mail-kinds.js'

/**
 * Somebody who is written to: a contact at an organisation, a member of the team, or an appointment's counterpart. Always
 * a person's own address.
 */
export interface Recipient {
  readonly kind: 'contact' | 'user' | 'counterpart'
  readonly id: string
  readonly name: string
  readonly email: string
  /** The person's own, else their organisation's, else English. */
  readonly locale: string
  /** IANA zone: the person's own, else their organisation's, else UTC. */
  readonly timeZone: string
  /** As which kind they get it, where that is another than the mail's own. */
  readonly mailKind?: MailKind
  /** The zone in whose night they are not written to; left out where they may be at any time. */
  readonly quietZone?: string
}
