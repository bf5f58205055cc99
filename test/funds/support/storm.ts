import { createHash } from 'node:crypto'
import { receiveGatewayWebhook } from '../../../api/funds/gateway-webhook.js'
import { type Gateway, gateway, type GatewayOutcome } from '../../../api/funds/gateway.js'
import { openSandboxGateway } from '../../../api/funds/gateways/sandbox/sandbox-gateway.js'
import { type SandboxToken, sandboxTokens } from '../../../api/funds/gateways/sandbox/sandbox-tokens.js'
import { askOperation, sendOperation } from '../../../api/funds/operation-jobs.js'
import type { FundsHouse } from './funds-house.js'

const attempt = { jobId: '', number: 1, last: false }

/** Every token with which a bank does not want its money back: that comes when it likes, and is tested by itself. */
export const stormTokens = Object.entries<SandboxToken>(sandboxTokens)
  .filter(([, token]) => !token.chargeback)
  .map(([name]) => name)

/** A gateway in a storm: of ten calls one and a half never arrive and as many are done but not answered; webhooks are lost or doubled. */
export interface Storm {
  readonly seed: number
  /** Chances that the seed decides, as far as what runs at the same time comes in the same order. */
  chance(p: number): boolean
  pick<T>(from: readonly T[]): T
  /** What the queue does, without its pauses: sends what was requested, asks for what nobody knows, until all is known. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Binds it in the place of the house's own gateway, whose webhooks end. */
export async function openStorm(url: string, funds: FundsHouse): Promise<Storm> {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  let drawn = 0
  const random = () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE(0) / 2 ** 32
  const chance = (p: number) => random() < p
  await funds.sandbox.webhooks.stop()
  const stormy = openSandboxGateway({
    url,
    secret: 'a secret of the storm',
    patienceMs: 150,
    slowMs: 300,
    deliver: async (headers, body) => {
      if (chance(0.3)) return 503 // lost on its way: it is sent again later
      const bytes = Buffer.from(body)
      if (chance(0.3)) await receiveGatewayWebhook(funds.house, headers, bytes)
      return receiveGatewayWebhook(funds.house, headers, bytes)
    },
  })
  gateway.bind(faulty(stormy, chance))
  return {
    seed,
    chance,
    pick: (from) => from[Math.floor(random() * from.length)]!,
    settle: () => settle(funds),
    close: () => stormy.close(),
  }
}

function faulty(calm: Gateway, chance: Storm['chance']): Gateway {
  const lossy =
    <R>(call: (request: R, signal: AbortSignal) => Promise<GatewayOutcome>) =>
    async (request: R, signal: AbortSignal) => {
      if (chance(0.15)) throw new Error('lost on the way there')
      const outcome = await call(request, signal)
      if (chance(0.15)) throw new Error('lost on the way back')
      return outcome
    }
  return {
    ...calm,
    charge: lossy((request, signal) => calm.charge(request, signal)),
    authorise: lossy((request, signal) => calm.authorise(request, signal)),
    capture: lossy((request, signal) => calm.capture(request, signal)),
    void: lossy((request, signal) => calm.void(request, signal)),
    refund: lossy((request, signal) => calm.refund(request, signal)),
    transfer: lossy((request, signal) => calm.transfer(request, signal)),
    cancel: lossy((asked, signal) => calm.cancel(asked, signal)),
    ask: lossy((asked, signal) => calm.ask(asked, signal)),
  }
}

async function settle(funds: FundsHouse): Promise<void> {
  const live = () =>
    funds.query<{ id: string; state: string }>(
      `select id, state from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN')`,
    )
  for (let round = 0; round < 60; round++) {
    const open = await live()
    if (!open.length) return
    await Promise.all(
      open.map(({ id, state }) =>
        (state === 'REQUESTED' ? sendOperation : askOperation).run(funds.house, { operationId: id }, attempt),
      ),
    )
  }
  throw new Error(`Still open: ${JSON.stringify(await live())}`)
}
