/** A mail on its way out. */
export interface OutgoingMail {
  /** Its id in the outbox; its Message-ID is made of it, so that however often it is tried, it is one mail. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Pictures that its page part shows, each by its content id. */
  readonly pictures?: readonly InlinePicture[]
}

/** A picture that travels with a mail and is shown in its place. */
export interface InlinePicture {
  /** As the page part names it behind `cid:`. */
  readonly cid: string
  readonly filename: string
  readonly bytes: Buffer
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
  /** The longest that one mail may take, in milliseconds. */
  readonly timeoutMs?: number
  /** Signs what goes out, where the domain has a key. */
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string }
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
