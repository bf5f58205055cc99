import { type ACampaign, aCampaign, type Wanted } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { openStripeServer, type StripeServer } from './stripe-server/stripe-server.js'

/** A world whose money goes through our small Stripe, webhooks included. */
export interface StripeWorld {
  readonly world: World
  readonly stripe: StripeServer
  aCampaign(wanted: Wanted): Promise<ACampaign>
  /** Waits until nothing is on its way, neither here nor there, and every operation is decided. */
  quiet(): Promise<void>
  /** Where their books and ours do not agree; empty where they do. */
  disagreements(): Promise<string[]>
  /** After a test: webhooks go out as usual again; throws where the books do not agree, or ours do not hold. */
  booksAgree(): Promise<void>
  close(): Promise<void>
}

/** Opens it: the demo world's channel has an account there. */
export async function openStripeWorld(): Promise<StripeWorld> {
  const stripe = await openStripeServer()
  const world = await openWorld({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_BASE: stripe.base,
    LOG_LEVEL: 'silent',
  })
  stripe.webhooks.to = `${world.address}/webhooks/gateway`
  const [account] = await world.rows<{ ref: string }>('select account_ref as ref from payout_accounts')
  stripe.books.accounts.set(account!.ref, {
    id: account!.ref,
    object: 'account',
    capabilities: { transfers: 'active' },
    payouts_enabled: true,
  })
  // The demo world's own orders were paid with play money.
  const known = (await world.rows<{ id: string }>('select id from operations')).map(({ id }) => id)
  return {
    world,
    stripe,
    aCampaign: (wanted) => aCampaign(world, { token: 'pm_card_visa', ...wanted }),
    quiet: () => quiet(world, stripe),
    disagreements: () => disagreements(world, stripe, known),
    booksAgree: async () => {
      Object.assign(stripe.webhooks, { held: false, copies: 1 })
      const wrong = [...(await disagreements(world, stripe, known)), ...(await world.ledgerFaults())]
      if (wrong.length) throw new Error(`The books are wrong: ${JSON.stringify(wrong)}`)
    },
    close: async () => {
      try {
        await world.close()
      } finally {
        await stripe.close()
      }
    },
  }
}

async function quiet(world: World, stripe: StripeServer): Promise<void> {
  const last = performance.now() + 60_000
  for (;;) {
    await world.settled()
    await stripe.webhooks.quiet()
    const live = await world.rows(
      `select id from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN') union all select subject_id from deadlines where machine = 'Operation' and due_at <= app_now()`,
    )
    if (!live.length) return world.settled()
    if (performance.now() > last) throw new Error(`Still undecided: ${JSON.stringify(live)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

interface Ours {
  kind: string
  key: string
  state: string
  amount: string
  paymentRef: string | null
}

/** Every payment, refund and transfer there is one of ours that succeeded, with the same amount, and the other way round. */
async function disagreements(world: World, { books }: StripeServer, known: string[]): Promise<string[]> {
  const ours = await world.rows<Ours>(
    `select o.kind, o.key, o.state, o.amount::text as amount, coalesce(p.provider_ref, o.provider_ref) as "paymentRef"
      from operations o left join operations p on p.id = o.payment_id where o.id <> all($1)`,
    [known],
  )
  const said = new Map(
    ours.filter((o) => o.state === 'SUCCEEDED').map((o) => [`${o.kind} ${o.key}`, o.amount]),
  )
  const theirs = new Map<string, string>()
  const keyOf = (one: { metadata: Record<string, string> }) => one.metadata['waybill_key']
  for (const payment of books.payments.values()) {
    const key = keyOf(payment)
    if (!key || ['requires_payment_method', 'processing'].includes(payment.status)) continue
    const manual = payment.capture_method === 'manual'
    theirs.set(`${manual ? 'AUTHORISE' : 'CHARGE'} ${key}`, String(payment.amount))
    const then =
      payment.status === 'canceled'
        ? 'VOID'
        : manual && payment.status === 'succeeded'
          ? 'CAPTURE'
          : undefined
    const mine = ours.find((o) => o.kind === then && o.paymentRef === payment.id && o.state === 'SUCCEEDED')
    if (then) theirs.set(`${then} ${mine?.key ?? 'unknown to us'}`, String(payment.amount))
  }
  for (const refund of books.refunds.values())
    if (refund.status === 'succeeded') theirs.set(`REFUND ${keyOf(refund)}`, String(refund.amount))
  for (const transfer of books.transfers.values())
    theirs.set(`RELEASE ${keyOf(transfer)}`, String(transfer.amount))
  const both = new Set([...said.keys(), ...theirs.keys()])
  return [...both].flatMap((name) =>
    said.get(name) === theirs.get(name)
      ? []
      : [`${name}: ours ${said.get(name)}, theirs ${theirs.get(name)}`],
  )
}
