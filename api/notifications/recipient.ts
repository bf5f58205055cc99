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
}
