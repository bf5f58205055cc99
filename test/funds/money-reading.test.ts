import 'reflect-metadata'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { graphql, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { Arg, buildSchemaSync, Ctx, Info, Query, Resolver } from 'type-graphql'
import { Payment } from '../../api/funds/money.type.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { finishSchema } from '../../api/platform/reading/finish-schema.js'
import { readOne, type ReadingContext } from '../../api/platform/reading/read.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, until } from './support/funds-house.js'

@Resolver()
class PaymentResolver {
  @Query(() => Payment, { nullable: true })
  payment(
    @Ctx() ctx: ReadingContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('orderId', () => String) orderId: string,
  ) {
    return readOne(ctx, info, orderId)
  }
}

let database: FreshDatabase
let funds: FundsHouse
let schema: GraphQLSchema

beforeAll(async () => {
  const pubSub = { publish: () => undefined, subscribe: () => ({}) as never }
  schema = finishSchema(buildSchemaSync({ resolvers: [PaymentResolver], validate: false, pubSub }))
  database = await freshDatabase()
  funds = await openFundsHouse(database.url, { work: true })
})
afterAll(async () => {
  await funds.close()
  await database.drop()
})

const DOCUMENT = `query($orderId: String!) { payment(orderId: $orderId) {
  state held { amount currency formatted } refundDue { amount }
  operations { purpose kind state attempt amount { amount } failure failureCode settledAt }
  ledger { account amount { amount } memo } } }`

interface Shown {
  state: string
  held: { amount: string; currency: string; formatted: string }
  refundDue: { amount: string }
  operations: Record<string, unknown>[]
  ledger: { account: string; amount: { amount: string }; memo: string }[]
}

async function shown(orderId: string, viewer: Viewer): Promise<Shown | null> {
  const contextValue = { viewer, run: funds.house.database.read }
  const { data, errors } = await graphql({
    schema,
    source: DOCUMENT,
    variableValues: { orderId },
    contextValue,
  })
  expect(errors).toBeUndefined()
  return data?.['payment'] as Shown | null
}

const finance: Viewer = { ...anonymous, kind: 'staff', id: 'usr_f', roles: ['FINANCE'] }
const memberOf = (organisation: string): Viewer => ({
  ...anonymous,
  kind: 'member',
  id: 'usr_m',
  organisations: [organisation],
})
const stateOf = async (orderId: string) => (await shown(orderId, finance))?.state

test('an order’s money is shown as it goes: taken in, held, given back, settled', async () => {
  const orderId = await funds.pay('tok_slow')
  expect(await stateOf(orderId)).toBe('CAPTURING')
  await until(
    () => stateOf(orderId),
    (state) => state === 'HELD',
  )
  await funds.do((tx) => requestRefund(tx, { orderId }))
  await until(
    () => stateOf(orderId),
    (state) => state === 'SETTLED',
  )
  const payment = await shown(orderId, finance)
  expect(payment).toMatchObject({
    held: { amount: '0', currency: 'EUR', formatted: '€0.00' },
    refundDue: { amount: '0' },
    operations: [
      {
        purpose: 'PAYMENT',
        kind: 'CHARGE',
        state: 'SUCCEEDED',
        attempt: 1,
        amount: { amount: '5000' },
        failure: null,
      },
      {
        purpose: 'REFUND',
        kind: 'REFUND',
        state: 'SUCCEEDED',
        attempt: 1,
        amount: { amount: '5000' },
        failure: null,
      },
    ],
  })
  const sums = payment?.ledger.map((p) => [p.account, p.amount.amount, p.memo])
  expect(sums).toHaveLength(6)
  expect(sums).toContainEqual([`refund-due:${orderId}`, '-5000', 'Refund issued'])
})

test('a refusal and a refund that waits are shown for what they are', async () => {
  const refused = await funds.pay('tok_no_funds')
  await until(
    () => stateOf(refused),
    (state) => state === 'NONE',
  )
  expect((await shown(refused, finance))?.operations).toMatchObject([
    {
      state: 'FAILED',
      failureCode: 'insufficient_funds',
      failure: 'There is not enough money on the account.',
    },
  ])
  const stuck = await funds.pay('tok_refund_refused')
  await until(
    () => stateOf(stuck),
    (state) => state === 'HELD',
  )
  await funds.do((tx) => requestRefund(tx, { orderId: stuck }))
  await until(
    () => shown(stuck, finance),
    (payment) => payment?.operations[1]?.['state'] === 'FAILED',
  )
  expect(await shown(stuck, finance)).toMatchObject({ state: 'SETTLING', refundDue: { amount: '5000' } })
})

test('money is seen by the buyer’s members, FINANCE and ADMIN, and by nobody else', async () => {
  const orderId = await funds.pay('tok_ok')
  const [order] = await funds.query<{ buyer: string }>(
    'select buyer_id as buyer from held_funds where id = $1',
    [orderId],
  )
  const staff = (role: string): Viewer => ({ ...finance, roles: [role] })
  const sees = async (viewer: Viewer) => (await shown(orderId, viewer)) !== null
  for (const viewer of [memberOf(order?.buyer ?? ''), finance, staff('ADMIN')])
    expect(await sees(viewer)).toBe(true)
  const others = [
    memberOf('org_other'),
    anonymous,
    staff('SUPPORT'),
    staff('FULFILMENT'),
    { ...anonymous, kind: 'link', subject: orderId } as Viewer,
  ]
  for (const viewer of others) expect(await sees(viewer)).toBe(false)
  await until(
    () => stateOf(orderId),
    (state) => state === 'HELD',
  )
})
