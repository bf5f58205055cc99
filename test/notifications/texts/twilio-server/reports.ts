import { createHmac } from 'node:crypto'

/** The calls that our Twilio makes: reports about messages, and what people text. */
export interface Reports {
  /** How often each is sent. */
  copies: number
  /** Whether they are kept back until `release`. */
  held: boolean
  /** Whether none is ever sent. */
  silent: boolean
  /** Every answer that was given to one of them. */
  readonly answers: { status: number; body: string }[]
  send(url: string, form: Record<string, string>): void
  /** Sends what was kept back, in this order. */
  release(order?: 'as it happened' | 'backwards'): Promise<void>
  /** Waits until nothing is on its way. */
  quiet(): Promise<void>
}

/** Signs as Twilio signs: HMAC-SHA-1, with the account's token, of the address and each parameter by name, in base64. */
export function signatureOf(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const names = Object.keys(form).toSorted()
  const signed = url + names.map((name) => name + form[name]).join('')
  return createHmac('sha1', authToken).update(signed).digest('base64')
}

export function openReports(authToken: string): Reports {
  let waiting: (readonly [string, Record<string, string>])[] = []
  const underWay = new Set<Promise<void>>()
  const reports: Reports = {
    copies: 1,
    held: false,
    silent: false,
    answers: [],
    send(url, form) {
      if (reports.silent) return
      if (reports.held) waiting.push([url, form])
      else for (let copy = 0; copy < reports.copies; copy++) start(url, form)
    },
    async release(order = 'as it happened') {
      const kept = order === 'backwards' ? waiting.toReversed() : waiting
      waiting = []
      for (const [url, form] of kept) {
        start(url, form)
        await reports.quiet()
      }
    },
    quiet: async () => {
      while (underWay.size) await Promise.all(underWay)
    },
  }
  const start = (url: string, form: Record<string, string>) => {
    const done = post(reports, authToken, url, form).finally(() => underWay.delete(done))
    underWay.add(done)
  }
  return reports
}

async function post(
  reports: Reports,
  authToken: string,
  url: string,
  form: Record<string, string>,
): Promise<void> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-twilio-signature': signatureOf(authToken, url, form),
  }
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) })
  reports.answers.push({ status: response.status, body: await response.text() })
}
