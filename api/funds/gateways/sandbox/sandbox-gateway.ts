import { createHash } from 'node:crypto'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import type { ChargeRequest, Gateway, GatewayOutcome, RefundRequest } from '../../gateway.js'
import { lookUp, writeCancel, writeCharge, writeRefund } from './sandbox-books.js'
import { behaviourOf, type SandboxToken } from './sandbox-tokens.js'
import {
  type Deliver,
  openSandboxWebhooks,
  readSandboxNotice,
  type SandboxWebhooks,
} from './sandbox-webhooks.js'

export interface SandboxOptions {
  /** Its own way into the database: its books lie in the schema `sandbox`, outside every transaction of ours. */
  readonly url: string
  /** PostgreSQL's session options, for example the role to work as. */
  readonly session?: string
  /** What webhooks are signed with is derived from this secret. */
  readonly secret: string
  readonly deliver: Deliver
  /** How long we wait for its answer; default 5 s. */
  readonly patienceMs?: number
  /** How long it takes to decide where a token makes it slow; default 4 s. */
  readonly slowMs?: number
}

/** The sandbox's gateway, and the way to end it. */
export interface SandboxGateway extends Gateway {
  readonly webhooks: SandboxWebhooks
  close(): Promise<void>
}

const WEBHOOK_AFTER_MS = 150

/**
 * A payment gateway that acts like a real one with play money: books of its own on a connection of its own, idempotent by
 * key, answers by reply and by signed webhook (standardwebhooks.com), and by token all that real ones do.
 */
export function openSandboxGateway(options: SandboxOptions): SandboxGateway {
  const db = new pg.Pool({ connectionString: options.url, options: options.session, max: 3 })
  db.on('error', () => undefined) // an idle connection was lost: the pool opens another
  const webhook = new Webhook(createHash('sha256').update(`gateway webhooks ${options.secret}`).digest(), {
    format: 'raw',
  })
  const webhooks = openSandboxWebhooks(db, webhook, options.deliver)
  const slowMs = options.slowMs ?? 4000
  const lost = new Set<string>()
  return {
    patienceMs: options.patienceMs ?? 5000,
    webhooks,
    async charge(request, signal) {
      const token = behaviourOf(request.token)
      if (token.reply === 'LOSES-FIRST' && !lost.has(request.key)) {
        lost.add(request.key)
        throw new Error('the connection was reset')
      }
      return charge({ db, webhooks, slowMs }, request, token, signal)
    },
    refund: (request, signal) => refund({ db, webhooks, slowMs }, request, signal),
    cancel: (key) => writeCancel(db, key),
    ask: (key) => lookUp(db, key),
    readNotice: (headers, body) => readSandboxNotice(webhook, headers, body),
    async close() {
      await webhooks.stop()
      await db.end()
    },
  }
}

/** Brings webhooks to a running program's own door. */
export function deliverTo(address: string): Deliver {
  return async (headers, body) => {
    const signal = AbortSignal.timeout(5000)
    const response = await fetch(`${address}/webhooks/gateway`, { method: 'POST', headers, body, signal })
    await response.body?.cancel()
    return response.status
  }
}

interface Sandbox {
  readonly db: pg.Pool
  readonly webhooks: SandboxWebhooks
  readonly slowMs: number
}

async function charge(
  sandbox: Sandbox,
  request: ChargeRequest,
  token: SandboxToken,
  signal: AbortSignal,
): Promise<GatewayOutcome> {
  const { db, webhooks, slowMs } = sandbox
  if (await writeCharge(db, request, slowMs)) {
    const after = token.slow ? slowMs : token.webhook === 'FIRST' ? 0 : WEBHOOK_AFTER_MS
    if (token.webhook !== 'NEVER') await webhooks.owe(request.key, after, token.webhook === 'TWICE' ? 2 : 1)
    if (token.webhook === 'FIRST') await webhooks.send()
  }
  return reply(db, request.key, token.reply, signal)
}

async function refund(
  sandbox: Sandbox,
  request: RefundRequest,
  signal: AbortSignal,
): Promise<GatewayOutcome> {
  const { db, webhooks } = sandbox
  const { first, token } = await writeRefund(db, request)
  const { refund } = behaviourOf(token)
  const silent = refund === 'HANGS' || refund === 'BREAKS'
  if (first && !silent) await webhooks.owe(request.key, WEBHOOK_AFTER_MS)
  return reply(db, request.key, silent ? refund : undefined, signal)
}

async function reply(
  db: pg.Pool,
  key: string,
  how: SandboxToken['reply'],
  signal: AbortSignal,
): Promise<GatewayOutcome> {
  if (how === 'BREAKS') throw new Error('500 Internal Server Error')
  if (how === 'HANGS')
    await new Promise<never>((_, fail) => signal.addEventListener('abort', () => fail(new Error('given up'))))
  return lookUp(db, key)
}
