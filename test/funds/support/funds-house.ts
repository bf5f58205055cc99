import { newId } from '../../../api/lib/ids.js'
import { system } from '../../../api/lib/viewer.js'
import { fundsEntities } from '../../../api/funds/funds.entities.js'
import { type ChargebackNews, chargebackNews } from '../../../api/funds/chargeback.js'
import '../../../api/funds/money.type.js'
import '../../../api/funds/payout-account.type.js'
import { fundsThawed } from '../../../api/funds/freeze-funds.js'
import { gateway } from '../../../api/funds/gateway.js'
import {
  openSandboxGateway,
  type SandboxGateway,
} from '../../../api/funds/gateways/sandbox/sandbox-gateway.js'
import { sandboxReconciliation } from '../../../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { receiveGatewayWebhook } from '../../../api/funds/gateway-webhook.js'
import { openFunds } from '../../../api/funds/held-funds.js'
import { checkLedger, ledgerInvariants, type Violation } from '../../../api/funds/ledger-check.js'
import { fundsJobs } from '../../../api/funds/funds.jobs.js'
import { fundsDeadlines } from '../../../api/funds/operation-deadlines.js'
import { PayoutAccountEntity } from '../../../api/funds/payout-account.entity.js'
import { onGivenBack, onOtherAmount, type Operation, operationResults } from '../../../api/funds/operation.js'
import { requestAuthorisation, requestCharge } from '../../../api/funds/request-operation.js'
import type { House, Tx } from '../../../api/platform/context.js'
import { APP_ROLE, openDatabase } from '../../../api/platform/database.js'
import { deadlineActs } from '../../../api/platform/deadlines.js'
import { startStream, tellJob, telling } from '../../../api/platform/events.js'
import { openJobQueue } from '../../../api/platform/job-queue.js'
import { type Job, workOn } from '../../../api/platform/jobs.js'
import { openLive } from '../../../api/platform/live/live.js'
import { openLog } from '../../../api/platform/log.js'
import { platformEntities } from '../../../api/platform/platform.entity.js'
import { transaction } from '../../../api/platform/transaction.js'

/** A house of the lower floors only: a database, jobs and the sandbox gateway, and what the results' handlers heard. */
export interface FundsHouse {
  readonly house: House
  readonly sandbox: SandboxGateway
  /** What whoever asked for an operation was told, in order. */
  readonly heard: Operation[]
  /** What whoever looks after chargebacks was told, and the orders whose money was told to move again, in order. */
  readonly chargebacks: ChargebackNews[]
  readonly thawed: string[]
  /** One transaction of the system's. */
  do<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Rows of any statement, read by the application's role. */
  query<T>(text: string, values?: unknown[]): Promise<T[]>
  /** Runs `requestCharge` on a fresh order of 5000 cents; gives the order's id. */
  pay(token: string): Promise<string>
  /** Has the money of a fresh campaign's order set aside, 5000 cents with a fee of 10 %; gives the order's id. */
  authorise(token: string): Promise<string>
  /** Every violation of the ledger's invariants and of the comparison with the gateway's books. */
  check(): Promise<Violation[]>
  /** Ends it; throws where an invariant does not hold: the books are looked over after every test file. */
  close(): Promise<void>
}

export const PRICE = 5000n

/** The kinds of job that money needs. */
export const fundsKinds = [tellJob, ...fundsJobs] as unknown as readonly Job<never>[]

/** Opens it; `work` starts the workers, without which nothing is sent. */
export async function openFundsHouse(url: string, options: { work?: boolean } = {}): Promise<FundsHouse> {
  const log = openLog('silent')
  const database = await openDatabase({ url, entities: [...platformEntities, ...fundsEntities] })
  const jobs = await openJobQueue(url, { role: APP_ROLE, log, kinds: fundsKinds })
  const house = {
    database,
    jobs,
    log,
    live: openLive(new EventTarget(), log),
    relayNudge: () => undefined,
  } as unknown as House
  const heard: Operation[] = []
  const hear = async (_tx: Tx, operation: Operation) => void heard.push(operation)
  operationResults.bind({
    PAYMENT: hear,
    CAPTURE: hear,
    VOID: hear,
    REFUND: hear,
    LATE_REFUND: hear,
    RELEASE: hear,
  })
  onOtherAmount.bind(async () => undefined)
  onGivenBack.bind(async () => undefined)
  const chargebacks: ChargebackNews[] = []
  const thawed: string[] = []
  chargebackNews.bind(async (_tx, news) => void chargebacks.push(news))
  fundsThawed.bind(async (_tx, { orderId }) => void thawed.push(orderId))
  telling.bind({ concerns: () => false, tell: async () => undefined })
  deadlineActs.bind(fundsDeadlines)
  const sandbox = openSandboxGateway({
    url,
    session: `-c role=${APP_ROLE}`,
    secret: 'a secret of the test that nobody needs to know',
    deliver: (headers, body) => receiveGatewayWebhook(house, headers, Buffer.from(body)),
    patienceMs: 400,
    slowMs: 1500,
  })
  gateway.bind(sandbox)
  if (options.work) await workOn(house, fundsKinds)
  const hand = tools(house)
  return {
    house,
    sandbox,
    heard,
    chargebacks,
    thawed,
    ...hand,
    close: () => close(house, sandbox, hand.check),
  }
}

function tools(house: House): Pick<FundsHouse, 'do' | 'query' | 'pay' | 'authorise' | 'check'> {
  const act = <T>(work: (tx: Tx) => Promise<T>) => transaction(house, system('test'), work)
  const query = async <T>(text: string, values?: unknown[]) =>
    (await house.database.pool.query(text, values)).rows as T[]
  return {
    do: act,
    query,
    pay: async (token) => {
      const orderId = await act(placeOrder)
      await act((tx) => requestCharge(tx, { orderId, amount: PRICE, currency: 'EUR', token }))
      return orderId
    },
    authorise: async (token) => {
      const orderId = await act(placeCampaign)
      await act((tx) => requestAuthorisation(tx, { orderId, amount: PRICE, currency: 'EUR', token }))
      return orderId
    },
    check: () => checkLedger((text) => query(text), [...ledgerInvariants, ...sandboxReconciliation]),
  }
}

/** An order as far as this room knows one: a stream, and funds to hold. */
export async function placeOrder(tx: Tx): Promise<string> {
  const orderId = newId('ord')
  await startStream(tx, orderId)
  await openFunds(tx, { orderId, buyerId: newId('org'), currency: 'EUR' })
  return orderId
}

/** The order of a campaign, as far as this room knows one, of a channel that can be paid out to. */
export async function placeCampaign(tx: Tx): Promise<string> {
  const [orderId, channelId] = [newId('ord'), newId('org')]
  await startStream(tx, orderId)
  await startStream(tx, channelId)
  await openFunds(tx, { orderId, buyerId: newId('org'), channelId, feeBps: 1000, currency: 'EUR' })
  await tx.em.insert(PayoutAccountEntity, {
    id: newId('pac'),
    organisationId: channelId,
    status: 'ACTIVE',
    accountRef: 'acct_ok',
    connectedAt: tx.now,
  })
  return orderId
}

/** Waits until a question has the answer that is hoped for; fails after `ms` with what it was last. */
export async function until<T>(
  ask: () => Promise<T>,
  hoped: (answer: T) => boolean,
  ms = 60_000,
): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const answer = await ask()
    if (hoped(answer)) return answer
    if (performance.now() > end) throw new Error(`Still ${JSON.stringify(answer)} after ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function close(house: House, sandbox: SandboxGateway, check: FundsHouse['check']): Promise<void> {
  const violations = await check()
  await house.jobs.stop()
  await sandbox.close()
  await house.database.close()
  if (violations.length) throw new Error(`The books are wrong: ${JSON.stringify(violations)}`)
}
