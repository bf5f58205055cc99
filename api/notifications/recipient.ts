import type { MailKind } from './mail-kinds.js'

/** Somebody who is written to: a contact at an organisation, or a member of the team. Always a person's own address. */
export interface Recipient {
  readonly kind: 'contact' | 'user'
  readonly id: string
  readonly name: string
  readonly email: string
  /** The person's own, else their organisation's, else English. */
  readonly locale: string
  /** IANA zone: the person's own, else their organisation's, else UTC. */
  readonly timeZone: string
  /** As which kind they get it, where that is another than the mail's own. */
  readonly mailKind?: MailKind
}
