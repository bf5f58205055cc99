import { calendarPart, type KeptCalendar } from '../../api/notifications/mail-calendar.js'
import { asShown } from '../../api/notifications/mailroom.js'

/** A mail as its recipient got it. */
export interface ReceivedMail {
  readonly template: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The calendar's file that came with it; null where none did. */
  readonly calendar: string | null
  /** Addresses in the text, the secrets of links included. */
  readonly links: string[]
}

type Rows = <T>(statement: string, values?: unknown[]) => Promise<T[]>
type Kept = {
  template: string
  to: string
  subject: string
  text: string
  html: string
  sealed: string | null
  calendar: KeptCalendar | null
}

/** What the mail server has taken for an address, the oldest first. */
export async function inboxOf(rows: Rows, email: string): Promise<ReceivedMail[]> {
  const kept = await rows<Kept>(
    `select template, to_address as "to", subject, text, html, sealed_token as sealed, calendar from mails
     where to_address = $1 and state = 'TAKEN' order by taken_at, id`,
    [email],
  )
  return kept.map(({ sealed, ...mail }) => {
    const text = asShown(mail.text, sealed, true) ?? ''
    return {
      ...mail,
      text,
      calendar: mail.calendar && calendarPart(mail.calendar).file,
      html: asShown(mail.html, sealed, true) ?? '',
      links: text.match(/https?:\/\/\S+/g) ?? [],
    }
  })
}
