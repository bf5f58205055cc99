import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listenIn } from '../support/listen-in.js'
import { dayIn, moveToHour, tradeTime } from '../support/to-the-hour.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { ADMIN, AGENCY, APPROVE, BAKER, CHANGES, CLAIM, submitted, WITHDRAW } from './a-document.js'

const TIMES =
  'query($d: Int) { verifyTimes(days: $d) { decided medianSeconds p90Seconds days { day decided medianSeconds p90Seconds } } }'
const WAIVE = 'mutation($id: ID!, $r: String!) { waiveOnboarding(id: $id, reason: $r) { status } }'
const SUPPORT = 'support@demo.test'
const ZONE = 'Asia/Tokyo'

interface Times {
  readonly decided: number
  readonly medianSeconds: number | null
  readonly p90Seconds: number | null
}
type Found = Times & { readonly days: readonly (Times & { day: string })[] }

let world: World
beforeAll(async () => {
  world = await openWorld({ WORKING_ZONE: ZONE })
  await decided()
})
afterAll(() => world?.close())

const read = async (who = SUPPORT, d?: number) =>
  (await (await world.as(who)).ask(TIMES, { d }))['verifyTimes'] as Found

/** On three days: two approved, one sent back and approved later, and three that nobody decided on. */
async function decided(): Promise<void> {
  const admin = await world.as(ADMIN)
  const review = async (
    verb: string,
    { id, revisionId: r }: { id: string; revisionId: string },
    i?: object[],
  ) => {
    await admin.ask(CLAIM, { id })
    await admin.ask(verb, { id, r, ...(i ? { i } : {}) })
  }
  // Eleven in the evening in Tokyo.
  await moveToHour(world, 14)
  const [a, b, taken, waived] = [
    await submitted(world),
    await submitted(world),
    await submitted(world),
    await submitted(world),
  ]
  await taken.recipient.ask(WITHDRAW, { id: taken.id })
  await admin.ask(WAIVE, { id: waived.id, r: 'We know them well.' })
  await world.move(HOUR / 2)
  await review(APPROVE, a)
  await world.move(2 * HOUR) // past midnight in Tokyo
  await review(CHANGES, b, [{ note: 'The logo is missing.' }])
  const c = await submitted(world)
  await submitted(world)
  await world.move(30 * HOUR)
  await review(APPROVE, c)
}

/** How long each waited, in seconds, as its revision and the log tell it. */
const waits = async () =>
  (
    await world.rows<{ s: string }>(
      `select extract(epoch from e.occurred_at - r.submitted_at) as s from onboarding_revisions r join events e on e.aggregate_id = r.document_id
        and e.verb in ('approveOnboarding', 'requestOnboardingChanges') and e.occurred_at >= r.submitted_at order by 1`,
    )
  ).map(({ s }) => Number(s))

describe('how long submissions wait to be verified', () => {
  test('is told over all: approved and sent back count, taken back, done without and still waiting do not', async () => {
    const [half, more, most] = (await waits()) as [number, number, number]
    expect([half, more, most].map((s) => Math.floor(s / 900))).toEqual([2, 10, 120])
    const { decided: count, medianSeconds, p90Seconds } = await read()
    expect(count).toBe(3)
    expect(Math.abs(medianSeconds! - more)).toBeLessThanOrEqual(1)
    // Eight tenths of the way from the last but one to the last.
    expect(Math.abs(p90Seconds! - (0.2 * more + 0.8 * most))).toBeLessThanOrEqual(1)
  })

  test('is told by the day of the decision in the team’s zone, days without one too', async () => {
    const { days } = await read()
    const [half, more, most] = (await waits()) as [number, number, number]
    const none = { decided: 0, medianSeconds: null, p90Seconds: null }
    const one = (seconds: number) => {
      const about = Math.round(seconds)
      return { decided: 1, medianSeconds: about, p90Seconds: about }
    }
    expect(days).toHaveLength(30)
    expect(days.slice(-3).map(({ day: _day, ...times }) => times)).toEqual([one(half), one(more), one(most)])
    expect(days.slice(0, -3).map(({ day: _day, ...times }) => times)).toEqual(
      days.slice(0, -3).map(() => none),
    )
    expect(days.at(-1)!.day).toBe(dayIn(ZONE, await tradeTime(world)))
  })

  test('is told of fewer days and of none', async () => {
    const { decided: count, days } = await read(SUPPORT, 2)
    expect([count, days.length]).toEqual([2, 2])
    const support = await world.as(SUPPORT)
    for (const d of [0, 367])
      expect(await support.refused(TIMES, { d })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'days' }],
      })
    await world.move(48 * HOUR)
    expect(await read(SUPPORT, 1)).toMatchObject({ decided: 0, medianSeconds: null, p90Seconds: null })
  })

  test('is for those who see how it goes on the whole', async () => {
    const seen = await read(SUPPORT)
    for (const who of [ADMIN, 'finance@demo.test']) expect(await read(who)).toEqual(seen)
    for (const who of ['fulfilment@demo.test', AGENCY, BAKER, 'channel@demo.test'])
      expect(await (await world.as(who)).refused(TIMES)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.caller().refused(TIMES)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })
})

/** Blocks of 8 kB that a month may touch, however many years there were. */
const MOST_BLOCKS = 200

test('a month of it costs the same after years, in one statement', async () => {
  const before = await read()
  await world.rows(`set role none; set session_replication_role = replica;
    insert into onboarding_revisions (id, document_id, number, answers, submitted_at, submitted_by_kind, submitted_by_id)
      select 'rev_' || lpad(n::text, 26, '0'), 'doc_' || n, 1, '[]', now() - interval '3 years' + n * interval '1 hour', 'member', 'usr_1' from generate_series(1, 20000) n;
    insert into events (id, stream_id, sequence, type, aggregate_id, actor_kind, actor_id, visibility, occurred_at, data)
      select 'evt_' || k || lpad(n::text, 25, '0'), 'ord_' || n, k, type, 'doc_' || n, 'staff', 'usr_1', 'PARTIES',
        now() - interval '3 years' + n * interval '1 hour' + k * interval '1 minute', jsonb_build_object('revisionId', 'rev_' || lpad(n::text, 26, '0'))
      from generate_series(1, 20000) n, (values (1, 'onboarding.submitted'), (2, 'onboarding.approved')) e (k, type);
    reset session_replication_role; reset role`)
  await world.rows('analyze onboarding_revisions, events')
  const asked = listenIn(world)
  expect(await read()).toEqual(before)
  expect(asked.statements).toHaveLength(1)
  expect(await asked.blocks()).toBeLessThan(MOST_BLOCKS)
  asked.stop()
})
