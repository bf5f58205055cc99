import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { actOnNextDue } from '../../api/platform/due.js'
import type { Caller } from '../support/caller.js'
import { openTalkRoom, type TalkRoom } from './talk-room.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 10)
/** However slow the machine is; nothing here waits for it. */
const PATIENCE_MS = 120_000 + ROUNDS * 10_000
const SAY = 'mutation($o: ID!) { postMessage(orderId: $o, body: "A word.", visibility: BUYER) { id } }'

/** Writes until it is taken: who finds others writing for too long asks again. */
async function say(who: Caller, order: string): Promise<void> {
  for (;;) {
    const { errors } = await who.raw(SAY, { o: order })
    if (!errors) return
    if (errors[0]!.extensions.code !== 'BUSY') throw new Error(JSON.stringify(errors))
  }
}

let room: TalkRoom
beforeAll(async () => {
  room = await openTalkRoom()
})
afterAll(() => room?.still.close())

/** A promise whose end lies so many milliseconds from now, with its deadline to act at once after that. */
async function endsIn(order: string, ms: number): Promise<Date> {
  const [{ due }] = (await room.still.rows<{ due: Date }>(
    `update promises set due_at = app_now() + $2 * interval '1 millisecond', warn_at = app_now() - interval '5 minutes', warned_at = app_now() - interval '5 minutes' where order_id = $1 returning due_at as due`,
    [order, ms],
  )) as [{ due: Date }]
  await room.still.rows(`delete from deadlines where subject_id = $1 and kind = 'answer-at-risk'`, [order])
  await room.still.rows(
    `update deadlines set due_at = $2, try_at = $2 where subject_id = $1 and kind = 'answer-broken'`,
    [order, due],
  )
  return due
}

test(
  `an answer and the breach in the same second: one of the two, and the books agree, ${ROUNDS} times`,
  async () => {
    const buyer = await room.still.as('agency@demo.test')
    const support = await room.still.as('support@demo.test')
    let broken = 0
    for (let round = 0; round < ROUNDS; round++) {
      const order = await room.anOrder()
      await say(buyer, order)
      const due = await endsIn(order, 20 + (round % 5) * 10)
      const breach = async () => {
        while (!(await actOnNextDue(room.still.house))) {
          const [live] = await room.promises(order)
          if (live!.answeredAt) return
          await pause(2)
        }
      }
      await Promise.all([breach(), pause(round * 3).then(() => say(support, order))])
      const [promise] = await room.promises(order)
      const late = promise!.answeredAt! >= due
      if (late) broken++
      expect({ round, brokenAt: promise!.brokenAt }).toEqual({ round, brokenAt: late ? due : null })
      const log = await room.log(order)
      const said = log.map(({ type }) => type.replace('promise.', ''))
      expect(said).toEqual(late ? ['started', 'broken', 'kept'] : ['started', 'kept'])
      expect(log.at(-1)!.data).toMatchObject({ late })
      expect((await room.tasks(order)).every(({ status }) => status === 'CANCELLED')).toBe(true)
      expect(await room.deadlines(order)).toEqual([])
    }
    if (process.env['TALLY']) console.log(`${ROUNDS - broken} answered in time, ${broken} late`)
  },
  PATIENCE_MS,
)

test(
  `two of us who answer at once keep one promise, ${ROUNDS} times; two who ask at once start one`,
  async () => {
    const buyer = await room.still.as('agency@demo.test')
    const team = [await room.still.as('support@demo.test'), await room.still.as('admin@demo.test')]
    for (let round = 0; round < ROUNDS; round++) {
      const order = await room.anOrder()
      await Promise.all([say(buyer, order), say(buyer, order)])
      expect((await room.log(order)).map(({ type }) => type)).toEqual(['promise.started'])
      await Promise.all(team.map((one) => say(one, order)))
      expect((await room.log(order)).map(({ type }) => type)).toEqual(['promise.started', 'promise.kept'])
      expect(await room.promises(order)).toHaveLength(1)
    }
  },
  PATIENCE_MS,
)
