import type { KeptCalendar } from './mail-calendar.js'

/** A mail that one worker has in hand. */
export interface MailInHand {
  readonly id: string
  readonly template: string
  readonly orderId: string | null
  readonly recipientId: string
  readonly recipientName: string
  readonly toAddress: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly calendar: KeptCalendar | null
  readonly messageId: string
  readonly sending: number
  readonly attempts: number
  readonly threadFirst: string | null
  readonly threadLast: string | null
  /** What its secret link opens, in the clear: only here, and in the mail. */
  readonly token: string | undefined
}
