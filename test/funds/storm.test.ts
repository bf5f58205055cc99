import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sandboxTokens } from '../../api/funds/gateways/sandbox/sandbox-tokens.js'
import { type Gateway, gateway } from '../../api/funds/gateway.js'
import { receiveGatewayWebhook } from '../../api/funds/gateway-webhook.js'
import { openSandboxGateway, type SandboxGateway } from '../../api/funds/gateways/sandbox/sandbox-gateway.js'
import { askOperation, sendOperation } from '../../api/funds/operation-jobs.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse } from './support/funds-house.js'

const PAYMENTS = 60
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const attempt = { jobId: '', number: 1, last: false }
const tokens = Object.keys(sandboxTokens)

let database: FreshDatabase
let funds: FundsHouse
let stormy: SandboxGateway

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
  await funds.sandbox.webhooks.stop()
  stormy = openSandboxGateway({
    url: database.url,
    secret: 'a secret of the storm',
    patienceMs: 150,
    slowMs: 300,
    deliver: async (headers, body) => {
      if (chance(0.3)) return 503 // lost on its way: it is sent again later
      const body_ = Buffer.from(body)
      if (chance(0.3)) await receiveGatewayWebhook(funds.house, headers, body_)
      return receiveGatewayWebhook(funds.house, headers, body_)
    },
  })
  gateway.bind({
    ...stormy,
    charge: faulty((request, signal) => stormy.charge(request, signal)),
    refund: faulty((request, signal) => stormy.refund(request, signal)),
    ask: faulty((key, signal) => stormy.ask(key, signal)),
  })
})
afterAll(async () => {
  await stormy.close()
  await funds.close()
  await database.drop()
})

/** Chances that the seed decides, as far as what runs at the same time comes in the same order. */
let drawn = 0
function random(): number {
  return createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE(0) / 2 ** 32
}
const chance = (p: number) => random() < p

/** Of ten calls, one and a half never arrive and as many are done but not answered. */
function faulty<R>(call: (request: R, signal: AbortSignal) => ReturnType<Gateway['ask']>) {
  return async (request: R, signal: AbortSignal) => {
    if (chance(0.15)) throw new Error('lost on the way there')
    const outcome = await call(request, signal)
    if (chance(0.15)) throw new Error('lost on the way back')
    return outcome
  }
}

const live = () =>
  funds.query<{ id: string; state: string }>(
    `select id, state from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN')`,
  )

/** What the queue does, without its pauses: sends what was requested, asks for what nobody knows, until all is known. */
async function settle(): Promise<void> {
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

test(`whatever is lost, doubled or late, the books agree in the end (seed ${seed})`, async () => {
  const orders = await Promise.all(
    Array.from({ length: PAYMENTS }, () =>
      funds.pay(tokens[Math.floor(random() * tokens.length)] ?? 'tok_ok'),
    ),
  )
  await settle()
  const held = await funds.query<{ id: string }>('select id from held_funds where held > 0')
  const charged = await funds.query(`select 1 from sandbox.payments where state = 'SUCCEEDED'`)
  expect(held).toHaveLength(charged.length)
  expect(held.length).toBeLessThanOrEqual(orders.length)
  await Promise.all(
    held.flatMap(({ id }) =>
      ['lin_1', 'lin_2'].map((subjectId) =>
        funds.do((tx) => requestRefund(tx, { orderId: id, subjectId, amount: 2000n })),
      ),
    ),
  )
  await settle()
  expect(await funds.check()).toEqual([])
  const told = funds.heard.map((operation) => `${operation.id} ${operation.attempt}`)
  expect(new Set(told).size).toBe(told.length)
}, 60_000)

test('every token that the portal offers is one of the sandbox', async () => {
  const words = await readFile(new URL('../../portal/src/words/payment-tokens.ts', import.meta.url), 'utf8')
  const offered = [...words.matchAll(/'(tok_\w+)'/g)].map((match) => match[1])
  expect(offered.filter((token) => !tokens.includes(String(token)))).toEqual([])
})
