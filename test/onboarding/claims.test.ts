import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { approveOnboarding } from '../../api/onboarding/approve-onboarding.js'
import { claimOnboarding } from '../../api/onboarding/claim-onboarding.js'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { withdrawOnboarding } from '../../api/onboarding/withdraw-onboarding.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { happened, submitted } from './a-document.js'

let world: World
const admins: Viewer[] = []

/** A hundred more people of the admin team. */
beforeAll(async () => {
  world = await openWorld()
  const found = await world.rows<{ id: string }>(
    `insert into users (id, name, email, staff_roles)
     select 'usr_' || lpad(n::text, 26, '0'), 'Admin ' || n, 'admin' || n || '@test.test', '{ADMIN}' from generate_series(1, 100) n returning id`,
  )
  admins.push(...found.map(({ id }): Viewer => ({ ...anonymous, kind: 'staff', id, roles: ['ADMIN'] })))
})
afterAll(() => world.close())

/** What came of a verb: `done`, or the code of the refusal. */
async function outcome(viewer: Viewer, verb: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await transaction(world.running.house, viewer, verb)
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const claim = (viewer: Viewer, id: string) => outcome(viewer, (tx) => claimOnboarding(tx, { id }))
const approve = (viewer: Viewer, id: string, revisionId: string) =>
  outcome(viewer, (tx) => approveOnboarding(tx, { id, revisionId }))

describe('a claim', () => {
  test('of a hundred at once is won by one', async () => {
    const { id } = await submitted(world)
    const outcomes = await Promise.all(admins.map((admin) => claim(admin, id)))
    expect(outcomes.filter((o) => o === 'done')).toHaveLength(1)
    expect(outcomes.filter((o) => o === 'CLAIMED_BY_OTHER')).toHaveLength(99)
    const events = await world.rows(
      `select 1 from events where aggregate_id = $1 and type = 'onboarding.claimed'`,
      [id],
    )
    expect(events).toHaveLength(1)
  })

  test('and a withdrawal at the same moment: one wins, the other is told how it stands', async () => {
    const { id } = await submitted(world)
    const recipient: Viewer = { ...anonymous, kind: 'link', id: 'lnk_test', subject: id }
    for (let round = 0; round < 20; round++) {
      await world.rows(
        `update onboarding_documents set status = 'SUBMITTED', reviewer_id = null, claimed_until = null where id = $1`,
        [id],
      )
      const outcomes = await Promise.all([
        claim(admins[0]!, id),
        outcome(recipient, (tx) => withdrawOnboarding(tx, { id })),
      ])
      expect(outcomes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
    }
  })

  test('is renewed by claiming again, and is free for others once it has lapsed', async () => {
    const { id, orderId, revisionId } = await submitted(world)
    const [first, second] = admins as [Viewer, Viewer]
    expect(await claim(first, id)).toBe('done')
    await world.move(HOUR / 3)
    expect(await claim(first, id)).toBe('done')
    await world.move(HOUR / 3)
    expect(await claim(second, id)).toBe('CLAIMED_BY_OTHER')
    expect(await approve(second, id, revisionId)).toBe('CLAIMED_BY_OTHER')
    await world.move(HOUR / 3)
    expect(await approve(second, id, revisionId)).toBe('CLAIMED_BY_OTHER')
    expect(await claim(second, id)).toBe('done')
    expect(await approve(first, id, revisionId)).toBe('CLAIMED_BY_OTHER')
    expect(await claim(first, id)).toBe('CLAIMED_BY_OTHER')
    await world.move(2 * HOUR)
    expect((await happened(world, orderId)).slice(2)).toEqual([
      'claimed',
      'claimed',
      'claim-lapsed',
      'claimed',
      'claim-lapsed',
    ])
  })

  test('that has lapsed is enough to decide, while nobody else took it', async () => {
    const { id, revisionId } = await submitted(world)
    const [first] = admins as [Viewer]
    await claim(first, id)
    await world.move(3 * HOUR)
    expect(await approve(first, id, revisionId)).toBe('done')
  })

  test('does not let who submitted the document approve it', async () => {
    const { id, revisionId } = await submitted(world)
    const owner = (
      await world.rows<{ id: string }>(
        'select submitted_by_id as id from onboarding_revisions where id = $1',
        [revisionId],
      )
    )[0]!
    await world.rows(
      `insert into users (id, name, email, staff_roles) values ($1, 'Both', 'both@test.test', '{ADMIN}')`,
      [owner.id],
    )
    const both: Viewer = { ...anonymous, kind: 'staff', id: owner.id, roles: ['ADMIN'] }
    expect(await claim(both, id)).toBe('done')
    expect(await approve(both, id, revisionId)).toBe('OWN_SUBMISSION')
  })
})
