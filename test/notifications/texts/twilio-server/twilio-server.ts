import { createServer } from 'node:http'
import { type Course, courseOf, type Message, rfc2822, type Status } from './messages.js'
import { openReports, type Reports } from './reports.js'
import { type Exchange, type Fault, serve } from './serve.js'

/** A small Twilio of our own, with the part of its API that we use, and the ways in which a network and it may fail. */
export interface TwilioServer {
  readonly base: string
  readonly accountSid: string
  readonly authToken: string
  /** Our number there. */
  readonly from: string
  /** Every message that was taken, the oldest first. */
  messages(): Message[]
  readonly optOuts: Set<string>
  readonly reports: Reports
  /** Every request that was heard, as `POST /2010-04-01/…`. */
  readonly heard: string[]
  /** The next requests that match go wrong, one after the other. */
  next(request: RegExp, ...faults: Fault[]): void
  /** Lets a message go on its way. */
  goes(sid: string, status: Status, errorCode?: number): void
  /** Somebody texts to our number; their address is ours. */
  text(
    address: string,
    from: string,
    body: string,
    more?: Record<string, string>,
  ): Promise<{ status: number; body: string }>
  close(): Promise<void>
}

const STOPPED_BY = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE']
const STARTED_BY = ['START', 'YES', 'UNSTOP']

/** Opens it on a free port. */
export async function openTwilioServer(): Promise<TwilioServer> {
  const accountSid = `AC${'0'.repeat(31)}1`
  const authToken = 'f'.repeat(32)
  const from = '+14155550100'
  const reports = openReports(authToken)
  let last = 0
  const newSid = () => `SM${String(++last).padStart(32, '0')}`
  const exchange: Exchange = {
    accountSid,
    authToken,
    messages: new Map(),
    optOuts: new Set(),
    faults: [],
    heard: [],
    callbacks: new Map(),
    newSid,
    taken: (message) => follow(message, courseOf(message.to)),
  }
  const goes = (sid: string, status: Status, errorCode?: number) => {
    const message = exchange.messages.get(sid)!
    Object.assign(message, { status, error_code: errorCode ?? null, date_updated: rfc2822() })
    if (status === 'sent') message.date_sent = rfc2822()
    const callback = exchange.callbacks.get(sid)
    if (callback) reports.send(callback, reportOn(message))
  }
  const follow = ({ sid }: Message, course: Course) => {
    for (const [status, code] of course) goes(sid, status, code)
  }
  const server = createServer((request, response) => void serve(exchange, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    base: `http://127.0.0.1:${port}`,
    accountSid,
    authToken,
    from,
    messages: () => [...exchange.messages.values()],
    optOuts: exchange.optOuts,
    reports,
    heard: exchange.heard,
    next: (request, ...all) => void exchange.faults.push(...all.map((fault) => ({ request, fault }))),
    goes,
    async text(address, sender, body, more = {}) {
      noteWish(exchange, sender, body)
      const before = reports.answers.length
      const form = {
        MessageSid: newSid(),
        AccountSid: accountSid,
        From: sender,
        To: from,
        Body: body,
        NumMedia: '0',
        ...more,
      }
      reports.send(`${address}/texts/twilio/inbound`, form)
      await reports.quiet()
      return reports.answers[before]!
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** By itself it refuses texts to those who wrote STOP, and takes them again after START; one word alone counts. */
function noteWish({ optOuts }: Exchange, sender: string, body: string): void {
  const word = body.trim().toUpperCase()
  if (STOPPED_BY.includes(word)) optOuts.add(sender)
  if (STARTED_BY.includes(word)) optOuts.delete(sender)
}

function reportOn({ sid, account_sid, status, error_code, to, from }: Message): Record<string, string> {
  const report: Record<string, string> = {
    AccountSid: account_sid,
    ApiVersion: '2010-04-01',
    From: from ?? '',
    To: to,
    MessageSid: sid,
    SmsSid: sid,
    MessageStatus: status,
    SmsStatus: status,
  }
  return error_code ? { ...report, ErrorCode: String(error_code) } : report
}
