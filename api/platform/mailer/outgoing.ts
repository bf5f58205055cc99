import type { BounceAddresses } from './bounce-address.js'

/** A mail on its way out. */
export interface OutgoingMail {
  /** Its id in the outbox. */
  readonly id: string
  /** As it was given when it was written: however often it is tried, and by whichever program, it is one mail. */
  readonly messageId?: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Pictures that its page part shows, each by its content id. */
  readonly pictures?: readonly InlinePicture[]
  /** A calendar's file, which mail programs offer to take over. */
  readonly calendar?: CalendarPart | undefined
  /** How often it was sent anew by a person's wish; a bounce of an earlier sending says nothing about this one. */
  readonly sending?: number
  /** The Message-IDs of the first and the last mail before it about the same thing to the same person. */
  readonly thread?: { readonly first: string; readonly last: string } | undefined
  /** Where a POST switches this kind of mail off; on mails that somebody may want to be rid of by one click. */
  readonly unsubscribeUrl?: string | undefined
}

/** A picture that travels with a mail and is shown in its place. */
export interface InlinePicture {
  /** As the page part names it behind `cid:`. */
  readonly cid: string
  readonly filename: string
  readonly bytes: Buffer
}

/** A calendar's file: another way to read the mail, and attached to it. */
export interface CalendarPart {
  /** What it asks of a calendar, the same as the file itself says: `REQUEST` or `CANCEL`. */
  readonly method: string
  readonly file: string
}

/** How mails leave the house. */
export interface Mailer {
  /** `kept`: nothing leaves, the outbox itself is the mailbox; that is the sandbox's way. */
  readonly mode: 'smtp' | 'kept'
  /** Hands one mail over; throws {@link MailFailure} where it was not taken. */
  deliver(mail: OutgoingMail): Promise<'TAKEN'>
  /** The Message-ID of a mail of the outbox. */
  messageId(mailId: string): string
  close(): void
}

export interface MailerOptions {
  /** `smtp://user:password@host:port`; absent means that mails are kept. */
  readonly smtpUrl?: string | undefined
  /** `Name <address>`. */
  readonly from: string
  /** Where answers go; absent means to the sender. */
  readonly replyTo?: string | undefined
  /** Where bounces go, where something listens for them. */
  readonly bounces?: BounceAddresses | undefined
  /** The longest that one mail may take, in milliseconds. */
  readonly timeoutMs?: number
  /** Signs what goes out, where the domain has a key. */
  readonly dkim?:
    | { readonly domainName: string; readonly keySelector: string; readonly privateKey: string }
    | undefined
}

/** Why a mail was not taken. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure'
  constructor(
    /** `temporary`: try again later. `recipient`: the address will never take it. `permanent`: this mail never will be. */
    readonly kind: 'temporary' | 'recipient' | 'permanent',
    message: string,
  ) {
    super(message)
  }
}
