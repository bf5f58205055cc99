import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Webhook } from 'standardwebhooks'
import type { GatewayNotice, GatewayOutcome } from '../../gateway.js'
import { lookUp } from './sandbox-books.js'
import { lookUpChargeback } from './sandbox-chargebacks.js'

/** Brings a webhook to us and returns the HTTP status that we gave; throws where nobody answered. */
export type Deliver = (headers: Record<string, string>, body: string) => Promise<number>

/** Webhooks that the sandbox owes us, written beside its books and sent until they are taken. */
export interface SandboxWebhooks {
  /** Owes `copies` webhooks for a key or a chargeback, due in `afterMs`; they carry one and the same message id. */
  owe(key: string, afterMs: number, copies?: number): Promise<void>
  /** Sends what is due, now. */
  send(): Promise<void>
  stop(): Promise<void>
}

const PAUSES_MS = [500, 2000, 10_000, 60_000, 600_000]
const LAST_PAUSE_MS = 3_600_000
const LOOK_EVERY_MS = 5000

/** Opens them: looks for what is due at once (a restart owes what it owed before), when told, and every few seconds. */
export function openSandboxWebhooks(db: pg.Pool, webhook: Webhook, deliver: Deliver): SandboxWebhooks {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false
  let sending = Promise.resolve()
  const sendNow = () => (stopped ? undefined : sendDue(db, webhook, deliver, soon))
  const send = () => (sending = sending.then(sendNow, sendNow)) // one after the other, whether or not it went well
  const soon = (ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      send().catch(() => undefined) // its database is gone or going: what is owed stays owed
    }, ms)
    timers.add(timer.unref())
  }
  const again = setInterval(() => soon(0), LOOK_EVERY_MS).unref()
  soon(0)
  return {
    async owe(key, afterMs, copies = 1) {
      await db.query(
        `insert into sandbox.deliveries (message_id, key, due_at) select $1, $2, clock_timestamp() + $3 * interval '1 millisecond' from generate_series(1, $4)`,
        [`msg_${randomBytes(12).toString('base64url')}`, key, afterMs, copies],
      )
      soon(afterMs + 5)
    },
    send,
    async stop() {
      stopped = true
      clearInterval(again)
      for (const timer of timers) clearTimeout(timer)
      await sending.catch(() => undefined)
    },
  }
}

/** Reads what {@link openSandboxWebhooks} signs: undefined where the signature or its time (5 minutes) is not right. */
export function readSandboxNotice(
  webhook: Webhook,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): GatewayNotice | undefined {
  try {
    return plainNotice(webhook.verify(body, { ...headers }) as Wire)
  } catch {
    return undefined // every way of being wrong is one: it is not from the gateway
  }
}

interface Wire {
  type: 'operation' | 'chargeback'
  data: Record<string, string>
}

/** What a body says: as it was written by {@link wire}, with its amounts as what they are. */
function plainNotice({ type, data }: Wire): GatewayNotice {
  const { amount, ...texts } = data
  const plain = { ...texts, ...(amount === undefined ? {} : { amount: BigInt(amount) }) }
  if (type === 'chargeback') return { about: 'CHARGEBACK', ...plain } as GatewayNotice
  const { key, ...outcome } = plain as { key: string } & GatewayOutcome
  return { about: 'OPERATION', key, outcome }
}

async function wire(db: pg.Pool, subject: string): Promise<string> {
  const chargeback = await lookUpChargeback(db, subject)
  const { about: _about, ...of } = chargeback ?? { about: '', key: subject, ...(await lookUp(db, subject)) }
  const data = { ...of, ...('amount' in of ? { amount: of.amount.toString() } : {}) }
  const type = chargeback ? 'chargeback' : 'operation'
  return JSON.stringify({ type, timestamp: new Date().toISOString(), data })
}

async function sendDue(
  db: pg.Pool,
  webhook: Webhook,
  deliver: Deliver,
  soon: (ms: number) => void,
): Promise<void> {
  const { rows } = await db.query<{ id: string; messageId: string; key: string; tries: number }>(
    `select id, message_id as "messageId", key, tries from sandbox.deliveries where delivered_at is null and due_at <= clock_timestamp() order by id limit 100`,
  )
  for (const { id, messageId, key, tries } of rows) {
    const body = await wire(db, key)
    const at = new Date()
    const headers = {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(messageId, at, body),
    }
    const status = await deliver(headers, body).catch(() => 0)
    const pause = PAUSES_MS[tries] ?? LAST_PAUSE_MS
    const taken = status >= 200 && status < 300
    await db.query(
      `update sandbox.deliveries set tries = tries + 1, delivered_at = case when $2 then clock_timestamp() end, due_at = due_at + $3 * interval '1 millisecond' where id = $1`,
      [id, taken, pause],
    )
    if (!taken) soon(pause)
  }
}
