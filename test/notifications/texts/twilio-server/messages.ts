/** A message as our Twilio's API shows it. */
export interface Message {
  sid: string
  account_sid: string
  messaging_service_sid: string | null
  api_version: '2010-04-01'
  to: string
  from: string | null
  body: string
  status: Status
  direction: 'outbound-api' | 'inbound'
  error_code: number | null
  error_message: string | null
  num_segments: string
  num_media: '0'
  date_created: string
  date_sent: string | null
  date_updated: string
  price: null
  price_unit: 'USD'
  uri: string
  subresource_uris: Record<string, string>
}

export type Status =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'

/** What becomes of a text to a number, step by step. */
export type Course = readonly (readonly [Status, number?])[]

/** The ways of numbers that behave in one of their own; every other delivers. */
const COURSES: Readonly<Record<string, Course>> = {
  '+491510000011': [['sent'], ['undelivered', 30_003]],
  '+491510000012': [['sent'], ['undelivered', 30_007]],
  '+491510000013': [['sent']],
  '+491510000014': [['failed', 30_034]],
  '+491510000015': [],
}
const DELIVERS: Course = [['sending'], ['sent'], ['delivered']]

export function courseOf(number: string): Course {
  return COURSES[number] ?? DELIVERS
}

/** What Twilio refuses at once, by number. */
export const REFUSED: Readonly<Record<string, readonly [code: number, message: string]>> = {
  '+491510000001': [21_211, "Invalid 'To' Phone Number: +491510000001"],
  '+491510000002': [21_408, 'Permission to send an SMS has not been enabled for the region.'],
  '+491510000003': [21_614, "'To' number is not a valid mobile number"],
}

export class RefusedHere extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message)
  }

  get body(): object {
    const { code, message, status } = this
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
  }
}

/** As Twilio writes moments: RFC 2822, to the second. */
export function rfc2822(at = new Date()): string {
  return at.toUTCString().replace('GMT', '+0000')
}
