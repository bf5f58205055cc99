import { createHmac } from 'node:crypto'

/** An event as it is sent. */
interface Sent {
  readonly id: string
  readonly body: string
}

/** The webhooks that our Stripe sends: to where, and how well. */
export interface Webhooks {
  /** Where they go; nowhere while undefined. */
  to: string | undefined
  /** How often each is sent. */
  copies: number
  /** Whether they are kept back until `release`. */
  held: boolean
  /** Every answer that was given to one of them. */
  readonly answers: number[]
  tell(type: string, object: object, idempotencyKey: string | null): void
  /** Sends what was kept back, in this order. */
  release(order?: 'as it happened' | 'backwards'): Promise<void>
  /** Waits until nothing is on its way. */
  quiet(): Promise<void>
}

const TRIES = 40
const PAUSE_MS = 50

/** Signed as Stripe signs: `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>">`. What is not taken is sent again. */
export function openWebhooks(secret: string): Webhooks {
  let count = 0
  let waiting: Sent[] = []
  const underWay = new Set<Promise<void>>()
  const webhooks: Webhooks = {
    to: undefined,
    copies: 1,
    held: false,
    answers: [],
    tell(type, object, idempotencyKey) {
      const id = `evt_${String(++count).padStart(14, '0')}`
      const request = { id: `req_${count}`, idempotency_key: idempotencyKey }
      const data = { object: structuredClone(object) }
      const body = JSON.stringify({
        id,
        object: 'event',
        type,
        created: seconds(),
        livemode: false,
        request,
        data,
      })
      if (webhooks.held) waiting.push({ id, body })
      else send({ id, body })
    },
    async release(order = 'as it happened') {
      const sent = order === 'backwards' ? waiting.toReversed() : waiting
      waiting = []
      for (const one of sent) {
        send(one)
        await webhooks.quiet()
      }
    },
    quiet: async () => {
      while (underWay.size) await Promise.all(underWay)
    },
  }
  const send = (sent: Sent) => {
    for (let copy = 0; copy < webhooks.copies; copy++) {
      const done = deliver(webhooks, secret, sent.body).finally(() => underWay.delete(done))
      underWay.add(done)
    }
  }
  return webhooks
}

/** The header with which a body is signed. */
export function signatureOf(body: string, secret: string, at = seconds()): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

async function deliver(webhooks: Webhooks, secret: string, body: string): Promise<void> {
  if (!webhooks.to) return
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, secret) }
    const response = await fetch(webhooks.to, { method: 'POST', headers, body }).catch(() => undefined)
    if (response) {
      await response.body?.cancel()
      webhooks.answers.push(response.status)
      if (response.ok || response.status === 401) return
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
