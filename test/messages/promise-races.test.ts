import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { GRACE_MS } from '../../api/platform/deadlines.js'
import { actOnNextDue } from '../../api/platform/due.js'
import type { Caller } from '../support/caller.js'
import { openTalkRoom, plus, type TalkRoom } from './talk-room.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 10)
/** However slow the machine is; nothing here waits for it. */
const PATIENCE_MS = 120_000 + ROUNDS * 20_000
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

/** Sets a promise's end so many milliseconds from now; its deadline acts when it always does after that. Gives now. */
async function endsIn(order: string, ms: number): Promise<{ now: Date; due: Date }> {
  const [at] = await room.still.rows<{ now: Date; due: Date }>(
    `update promises set due_at = app_now() + $2 * interval '1 millisecond', warn_at = app_now() - interval '5 minutes', warned_at = app_now() - interval '5 minutes'
      where order_id = $1 returning app_now() as now, due_at as due`,
    [order, ms],
  )
  await room.still.rows(`delete from deadlines where subject_id = $1 and kind = 'answer-at-risk'`, [order])
  await room.still.rows(
    `update deadlines set due_at = $2, try_at = $3 where subject_id = $1 and kind = 'answer-broken'`,
    [order, at!.due, plus(at!.due, GRACE_MS)],
  )
  return at!
}

/** A worker that looks until somebody has answered. */
async function work(order: string): Promise<void> {
  do await actOnNextDue(room.still.house)
  while (!(await room.promises(order))[0]!.answeredAt)
}

test(
  `an answer and the breach in the same second: the books agree on one of the two, ${ROUNDS} times`,
  async () => {
    const buyer = await room.still.as('agency@demo.test')
    const support = await room.still.as('support@demo.test')
    const tally = { inTime: 0, lateByItself: 0, lateAfterWorker: 0 }
    let lead = 30 // how long an answer takes to begin on this machine
    for (let round = 0; round < ROUNDS; round++) {
      const order = await room.anOrder()
      await say(buyer, order)
      // Every other time the answer meets the worker, the others the end of the promise; sooner and later than it.
      const ahead = lead * (0.4 + (round % 5) * 0.3) - (round % 2 ? GRACE_MS : 0)
      const { now, due } = await endsIn(order, ahead)
      await Promise.all([work(order), say(support, order)])
      const { answeredAt, brokenAt } = (await room.promises(order))[0]!
      lead = Math.max(1, answeredAt!.getTime() - now.getTime())
      const late = answeredAt! >= due
      expect({ round, brokenAt }).toEqual({ round, brokenAt: late ? due : null })
      const log = await room.log(order)
      const said = log.map(({ type }) => type.replace('promise.', ''))
      expect(said).toEqual(late ? ['started', 'broken', 'kept'] : ['started', 'kept'])
      expect(log.at(-1)!.data).toMatchObject({ late })
      const tasks = await room.tasks(order)
      expect(tasks).toEqual(late && tasks.length ? [{ role: 'SUPPORT', status: 'CANCELLED' }] : [])
      expect(await room.deadlines(order)).toEqual([])
      tally[late ? (tasks.length ? 'lateAfterWorker' : 'lateByItself') : 'inTime']++
    }
    if (process.env['TALLY']) console.log(JSON.stringify(tally))
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
