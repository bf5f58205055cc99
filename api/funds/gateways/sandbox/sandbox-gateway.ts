import { createHash } from 'node:crypto'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import type { Gateway, GatewayOutcome, OnPaymentRequest, PaymentRequest } from '../../gateway.js'
import { openSandboxAccounts } from './sandbox-accounts.js'
import { writeAction } from './sandbox-actions.js'
import { lookUp } from './sandbox-books.js'
import { decideChargeback, writeChargeback } from './sandbox-chargebacks.js'
import { writeCancel, writePayment } from './sandbox-payments.js'
import { behaviourOf, type SandboxAction, type SandboxToken } from './sandbox-tokens.js'
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
  /** The buyer's bank wants the payment back that a key made or took in; the notice is on its way. Gives the matter's name. */
  chargeBack(key: string): Promise<string | undefined>
  /** The bank decides about a chargeback; the notice is on its way. */
  decide(ref: string, outcome: 'WON' | 'LOST'): Promise<void>
  close(): Promise<void>
}

const WEBHOOK_AFTER_MS = 150
const CHARGEBACK_AFTER_MS = 1000

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
  const sandbox: Sandbox = { db, webhooks, slowMs, lost: new Set() }
  const account = openSandboxAccounts(slowMs)
  return {
    patienceMs: options.patienceMs ?? 5000,
    webhooks,
    charge: (request, signal) => pay(sandbox, 'CHARGE', request, signal),
    authorise: (request, signal) => pay(sandbox, 'AUTHORISE', request, signal),
    capture: (request, signal) => act(sandbox, 'CAPTURE', request, signal),
    void: (request, signal) => act(sandbox, 'VOID', request, signal),
    refund: (request, signal) => act(sandbox, 'REFUND', request, signal),
    transfer: (request, signal) => act(sandbox, 'TRANSFER', request, signal),
    cancel: (asked) => writeCancel(db, asked),
    ask: ({ key }) => lookUp(db, key),
    account: async (name) => account(name),
    readNotice: (headers, body) => readSandboxNotice(webhook, headers, body),
    chargeBack: (key) => chargeBack(sandbox, key),
    async decide(ref, outcome) {
      await decideChargeback(db, ref, outcome)
      await webhooks.owe(ref, 0)
    },
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
  /** Keys whose first call was lost on its way. */
  readonly lost: Set<string>
}

async function pay(
  sandbox: Sandbox,
  kind: 'CHARGE' | 'AUTHORISE',
  request: PaymentRequest,
  signal: AbortSignal,
): Promise<GatewayOutcome> {
  const { db, webhooks, slowMs, lost } = sandbox
  const token = behaviourOf(request.token)
  if (token.reply === 'LOSES-FIRST' && !lost.has(request.key)) {
    lost.add(request.key)
    throw new Error('the connection was reset')
  }
  if (await writePayment(db, kind, request, slowMs)) {
    const after = token.slow ? slowMs : token.webhook === 'FIRST' ? 0 : WEBHOOK_AFTER_MS
    if (token.webhook !== 'NEVER') await webhooks.owe(request.key, after, token.webhook === 'TWICE' ? 2 : 1)
    if (token.webhook === 'FIRST') await webhooks.send()
    if (token.chargeback && kind === 'CHARGE') await chargeBack(sandbox, request.key)
  }
  return reply(db, request.key, token.reply, signal)
}

async function act(
  sandbox: Sandbox,
  kind: SandboxAction,
  request: OnPaymentRequest,
  signal: AbortSignal,
): Promise<GatewayOutcome> {
  const { db, webhooks, slowMs } = sandbox
  const { first, fault, token } = await writeAction(db, kind, request, slowMs)
  const silent = fault === 'HANGS' || fault === 'BREAKS'
  const late = fault === 'SLOW' || fault === 'DEAF'
  if (first && !silent) await webhooks.owe(request.key, late ? slowMs : WEBHOOK_AFTER_MS)
  if (first && kind === 'CAPTURE' && behaviourOf(token).chargeback) await chargeBack(sandbox, request.key)
  return reply(db, request.key, silent ? fault : undefined, signal)
}

async function chargeBack({ db, webhooks }: Sandbox, key: string): Promise<string | undefined> {
  const ref = await writeChargeback(db, key)
  if (ref) await webhooks.owe(ref, CHARGEBACK_AFTER_MS)
  return ref
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
