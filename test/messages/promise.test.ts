import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { actOnNextDue } from '../../api/platform/due.js'
import { MINUTE, openTalkRoom, plus, type TalkRoom } from './talk-room.js'

const T = new Date('2027-01-13T22:10:00.000Z')

let room: TalkRoom
beforeAll(async () => {
  room = await openTalkRoom()
})
afterAll(() => room?.still.close())

const words = async (order: string) => (await room.log(order)).map(({ type }) => type.replace('promise.', ''))

describe('the clock to answer', () => {
  test('starts with a message of the buyer to us: it warns after 10 minutes and breaks after 20, at all hours', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    expect(await room.promises(order)).toEqual([
      {
        id: expect.stringMatching(/^prm_/),
        startedAt: T,
        warnAt: plus(T, 10 * MINUTE),
        dueAt: plus(T, 20 * MINUTE),
        warnedAt: null,
        brokenAt: null,
        pausedAt: null,
        answeredAt: null,
        answeredBy: null,
        forParties: false,
        usedMs: 0,
      },
    ])
    expect(await room.deadlines(order)).toEqual([
      { kind: 'answer-at-risk', due: plus(T, 10 * MINUTE), held: false },
      { kind: 'answer-broken', due: plus(T, 20 * MINUTE), held: false },
    ])
    const { data, ...event } = (await room.log(order))[0]!
    expect(event).toEqual({ type: 'promise.started', at: T })
    expect(data).toMatchObject({ dueAt: plus(T, 20 * MINUTE).toISOString() })
  })

  test.each([
    ['a question of the buyer to all', 'buyer', 'PARTIES', 'QUESTION', true],
    ['a request of the buyer for the status', 'buyer', 'BUYER', 'STATUS_REQUEST', true],
    ['what the buyer tells all', 'buyer', 'PARTIES', 'MESSAGE', false],
    ['a question of the beneficiary', 'client', 'PARTIES', 'QUESTION', true],
    ['what the beneficiary tells all', 'client', 'PARTIES', 'MESSAGE', false],
    ['a note among the team', 'support', 'STAFF', 'MESSAGE', false],
    ['a message of the team', 'support', 'BUYER', 'MESSAGE', false],
    ['a request of the team for the status', 'support', 'BUYER', 'STATUS_REQUEST', false],
  ] as const)('is started or not by %s', async (_what, who, visibility, kind, starts) => {
    const order = await room.anOrder()
    await room.say(T, room.people[who], order, { visibility, kind })
    expect(await words(order)).toEqual(starts ? ['started'] : [])
  })

  test('is not started anew by more questions, and a request for the status is not answered by its card', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.say(plus(T, 5 * MINUTE), room.people.buyer, order, {
      visibility: 'BUYER',
      kind: 'STATUS_REQUEST',
    })
    expect((await room.promises(order)).map((p) => p.startedAt)).toEqual([T])
    expect(await words(order)).toEqual(['started'])
  })

  test('starts again with the first message after our answer', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.say(plus(T, MINUTE), room.people.support, order)
    await room.say(plus(T, 2 * MINUTE), room.people.buyer, order)
    expect(await words(order)).toEqual(['started', 'kept', 'started'])
    expect((await room.promises(order)).map((p) => p.dueAt)).toEqual([
      plus(T, 20 * MINUTE),
      plus(T, 22 * MINUTE),
    ])
  })

  test('is stopped by what one of us writes to the buyer or to all, and by no note among us', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.say(plus(T, MINUTE), room.people.support, order, { visibility: 'STAFF', kind: 'MESSAGE' })
    expect(await words(order)).toEqual(['started'])
    await room.say(plus(T, 2 * MINUTE), room.people.support, order, {
      visibility: 'PARTIES',
      kind: 'MESSAGE',
    })
    expect(await words(order)).toEqual(['started', 'kept'])
    expect(await room.promises(order)).toMatchObject([
      { answeredAt: plus(T, 2 * MINUTE), answeredBy: room.people.support.id, usedMs: 2 * MINUTE },
    ])
    expect(await room.deadlines(order)).toEqual([])
  })

  test('is not stopped by a card that one of us has drawn: whoever asked has no word of us yet', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    const card = { visibility: 'PARTIES', kind: 'STATUS_REQUEST' } as const
    await room.say(plus(T, MINUTE), room.people.support, order, card)
    expect(await words(order)).toEqual(['started'])
    await room.say(plus(T, 2 * MINUTE), room.people.support, order)
    expect(await words(order)).toEqual(['started', 'kept'])
  })

  test('of a question of the beneficiary is stopped only by what they can read', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.say(plus(T, MINUTE), room.people.client, order, { visibility: 'PARTIES', kind: 'QUESTION' })
    await room.say(plus(T, 2 * MINUTE), room.people.support, order)
    expect(await words(order)).toEqual(['started'])
    await room.say(plus(T, 3 * MINUTE), room.people.support, order, {
      visibility: 'PARTIES',
      kind: 'MESSAGE',
    })
    expect(await words(order)).toEqual(['started', 'kept'])
  })
})

describe('at the very moment', () => {
  const due = plus(T, 20 * MINUTE)

  test.each([
    [-1, false],
    [0, true],
    [1, true],
  ])('an answer %d ms from the end is late: %s', async (ms, late) => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.say(plus(due, ms), room.people.support, order)
    expect(await words(order)).toEqual(late ? ['started', 'broken', 'kept'] : ['started', 'kept'])
    expect((await room.log(order)).at(-1)!.data).toMatchObject({ late, usedMs: 20 * MINUTE + ms })
    expect(await room.promises(order)).toMatchObject([{ brokenAt: late ? due : null }])
    expect(await room.tasks(order)).toEqual([])
  })

  test.each([
    [-1, ['started', 'at-risk'], []],
    [0, ['started', 'at-risk', 'broken'], [{ role: 'SUPPORT', status: 'OPEN' }]],
    [1, ['started', 'at-risk', 'broken'], [{ role: 'SUPPORT', status: 'OPEN' }]],
  ])('a look %d ms from the end finds %j', async (ms, found, tasks) => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.look(plus(T, 10 * MINUTE), order)
    await room.look(plus(due, ms), order)
    await room.look(plus(due, ms), order)
    expect(await words(order)).toEqual(found)
    expect(await room.tasks(order)).toEqual(tasks)
  })

  test.each([
    [-1, ['started']],
    [0, ['started', 'at-risk']],
    [1, ['started', 'at-risk']],
  ])('a look %d ms from half time finds %j', async (ms, found) => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.look(plus(T, 10 * MINUTE + ms), order)
    await room.look(plus(T, 10 * MINUTE + ms), order)
    expect(await words(order)).toEqual(found)
    const [promise] = await room.promises(order)
    expect(promise!.warnedAt).toEqual(found.includes('at-risk') ? plus(T, 10 * MINUTE) : null)
  })
})

describe('a promise that broke', () => {
  test('stays broken when it is answered, and its task ends with the answer', async () => {
    const order = await room.anOrder()
    await room.say(T, room.people.buyer, order)
    await room.look(plus(T, 25 * MINUTE), order)
    expect(await room.tasks(order)).toEqual([{ role: 'SUPPORT', status: 'OPEN' }])
    await room.say(plus(T, 40 * MINUTE), room.people.support, order)
    expect(await room.tasks(order)).toEqual([{ role: 'SUPPORT', status: 'CANCELLED' }])
    expect((await room.log(order)).map(({ type, data }) => [type, data['late'] ?? data['brokenAt']])).toEqual(
      [
        ['promise.started', undefined],
        ['promise.broken', plus(T, 20 * MINUTE).toISOString()],
        ['promise.kept', true],
      ],
    )
  })

  test('while no worker ran is read as broken at once, and escalated once by its true time when one returns', async () => {
    const order = await room.anOrder()
    const buyer = await room.still.as('agency@demo.test')
    const support = await room.still.as('support@demo.test')
    await buyer.ask(
      'mutation($o: ID!) { postMessage(orderId: $o, body: "Where are you?", visibility: BUYER) { id } }',
      { o: order },
    )
    const dueAt = (await room.promises(order))[0]!.dueAt!
    const READ =
      'query($id: ID!) { order(id: $id) { answerBy promise { state late brokenAt warnedAt } } queues { answersBroken answersAtRisk questionsWaiting } }'
    const read = async () => {
      const { order: found, queues } = await support.ask(READ, { id: order })
      return { ...found.promise, answerBy: new Date(found.answerBy), broken: queues.answersBroken }
    }
    const before = (await read()).broken
    const hours = (h: number) =>
      room.still.rows('update clock set shift_ms = shift_ms + $1', [Math.round(h * 60 * MINUTE)])
    await hours(0.2)
    expect(await read()).toMatchObject({ state: 'AT_RISK', brokenAt: null, warnedAt: null, broken: before })
    await hours(9)
    expect(await read()).toEqual({
      state: 'BROKEN',
      late: false,
      warnedAt: null,
      brokenAt: dueAt.toISOString(),
      answerBy: dueAt,
      broken: before + 1,
    })
    expect(await words(order)).toEqual(['started'])
    while (await actOnNextDue(room.still.house));
    expect(await words(order)).toEqual(['started', 'broken'])
    expect((await room.log(order))[1]!.data).toMatchObject({ brokenAt: dueAt.toISOString() })
    expect(await room.tasks(order)).toEqual([{ role: 'SUPPORT', status: 'OPEN' }])
    expect(await room.deadlines(order)).toEqual([])
    await support.ask(
      'mutation($o: ID!) { postMessage(orderId: $o, body: "Here, and late.", visibility: BUYER) { id } }',
      { o: order },
    )
    expect(await words(order)).toEqual(['started', 'broken', 'kept'])
    expect(await room.promises(order)).toMatchObject([{ brokenAt: dueAt }])
  })
})
