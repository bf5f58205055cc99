import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cancelOrder } from '../../api/orders/cancel-order.js'
import { holdOrder, resumeOrder } from '../../api/orders/hold-order.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { MINUTE, openTalkRoom, plus, type TalkRoom } from './talk-room.js'

const T = new Date('2027-01-13T22:10:00.000Z')

let room: TalkRoom
let world: World
beforeAll(async () => {
  world = await openWorld()
  room = await openTalkRoom({ ...world, house: world.running.house })
})
afterAll(() => world?.close())

const hold = (at: Date, id: string) =>
  room.at(at, room.people.admin, (tx) => holdOrder(tx, { id, reason: 'We wait for the buyer’s bank.' }))
const resume = (at: Date, id: string) => room.at(at, room.people.admin, (tx) => resumeOrder(tx, { id }))
const last = async (order: string) => (await room.promises(order)).at(-1)!
const words = async (order: string) => (await room.log(order)).map(({ type }) => type.replace('promise.', ''))

test('a promise stands still while its order is held, and goes on with the time that was left', async () => {
  const order = await aPaidOrder(world)
  await room.say(T, room.people.buyer, order)
  await hold(plus(T, 7 * MINUTE), order)
  expect(await last(order)).toMatchObject({
    pausedAt: plus(T, 7 * MINUTE),
    warnAt: null,
    dueAt: null,
    usedMs: 7 * MINUTE,
  })
  expect(await room.deadlines(order)).toEqual([])
  await room.look(plus(T, 600 * MINUTE), order)
  expect(await words(order)).toEqual(['started'])
  await resume(plus(T, 600 * MINUTE), order)
  expect(await room.deadlines(order)).toEqual([
    { kind: 'answer-at-risk', due: plus(T, 603 * MINUTE), held: false },
    { kind: 'answer-broken', due: plus(T, 613 * MINUTE), held: false },
  ])
  await room.say(plus(T, 613 * MINUTE - 1), room.people.support, order)
  expect((await room.log(order)).at(-1)!.data).toMatchObject({ late: false, usedMs: 20 * MINUTE - 1 })
})

test('held after the warning, nobody is warned again', async () => {
  const order = await aPaidOrder(world)
  await room.say(T, room.people.buyer, order)
  await room.look(plus(T, 10 * MINUTE), order)
  await hold(plus(T, 12 * MINUTE), order)
  await resume(plus(T, 100 * MINUTE), order)
  expect(await room.deadlines(order)).toEqual([
    { kind: 'answer-broken', due: plus(T, 108 * MINUTE), held: false },
  ])
  await room.look(plus(T, 108 * MINUTE), order)
  expect(await words(order)).toEqual(['started', 'at-risk', 'broken'])
  expect(await last(order)).toMatchObject({ brokenAt: plus(T, 108 * MINUTE) })
  await room.say(plus(T, 109 * MINUTE), room.people.support, order)
})

test('a question asked while the order is held waits with the whole time, and may be answered meanwhile', async () => {
  const order = await aPaidOrder(world)
  await hold(T, order)
  await room.say(plus(T, MINUTE), room.people.buyer, order)
  expect(await last(order)).toMatchObject({ pausedAt: plus(T, MINUTE), dueAt: null })
  expect(await room.deadlines(order)).toEqual([])
  await room.say(plus(T, 300 * MINUTE), room.people.support, order)
  expect((await room.log(order)).at(-1)!.data).toMatchObject({ late: false, usedMs: 0 })
  await room.say(plus(T, 301 * MINUTE), room.people.buyer, order)
  await resume(plus(T, 400 * MINUTE), order)
  expect(await last(order)).toMatchObject({ pausedAt: null, dueAt: plus(T, 420 * MINUTE) })
  await room.say(plus(T, 401 * MINUTE), room.people.support, order)
})

test('what broke before the hold, noticed or not, is broken by its true time and stays so', async () => {
  const order = await aPaidOrder(world)
  await room.say(T, room.people.buyer, order)
  await hold(plus(T, 90 * MINUTE), order)
  expect(await words(order)).toEqual(['started', 'broken'])
  expect(await last(order)).toMatchObject({ brokenAt: plus(T, 20 * MINUTE), pausedAt: null })
  await resume(plus(T, 95 * MINUTE), order)
  expect(await room.deadlines(order)).toEqual([])
  expect(await room.tasks(order)).toEqual([{ role: 'SUPPORT', status: 'OPEN' }])
  await room.say(plus(T, 96 * MINUTE), room.people.support, order)
  expect((await room.log(order)).at(-1)!.data).toMatchObject({ late: true })
})

test('an order that is called off still owes its answer; from its hold it goes on with the time that was left', async () => {
  const order = await aPaidOrder(world)
  await room.say(T, room.people.buyer, order)
  await hold(plus(T, 5 * MINUTE), order)
  await room.at(plus(T, 50 * MINUTE), room.people.admin, (tx) =>
    cancelOrder(tx, { id: order, reason: 'As agreed.', refund: 0n }),
  )
  expect(await last(order)).toMatchObject({ answeredAt: null, dueAt: plus(T, 65 * MINUTE) })
  await room.look(plus(T, 65 * MINUTE), order)
  expect(await words(order)).toEqual(['started', 'broken'])
})
