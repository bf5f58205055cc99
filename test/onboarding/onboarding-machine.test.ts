import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { onboardingMachine } from '../../api/onboarding/onboarding.machine.js'
import { transaction } from '../../api/platform/transaction.js'
import { transition } from '../../api/platform/transition.js'
import { openWorld, type World } from '../support/world.js'
import { type Asked, submitted } from './a-document.js'

type Verb = keyof typeof onboardingMachine.verbs
type State = keyof typeof onboardingMachine.states
type Role = keyof typeof onboardingMachine.roles | 'system'

let world: World
let asked: Asked & { revisionId: string }
let people: Record<string, { viewer: Viewer; roles: Role[]; sees: boolean }>

beforeAll(async () => {
  world = await openWorld()
  asked = await submitted(world)
  const order = (
    await world.rows<{ buyer: string; beneficiary: string }>(
      'select buyer_id as buyer, beneficiary_id as beneficiary from orders where id = $1',
      [asked.orderId],
    )
  )[0]!
  const users = await world.rows<{ id: string; email: string }>('select id, email from users')
  const idOf = (email: string) => users.find((user) => user.email === email)!.id
  const member = (id: string, organisation: string): Viewer => ({
    ...anonymous,
    kind: 'member',
    id,
    organisations: [organisation],
  })
  const staff = (email: string, role: string): Viewer => ({
    ...anonymous,
    kind: 'staff',
    id: idOf(email),
    roles: [role],
  })
  const link = (subject: string): Viewer => ({ ...anonymous, kind: 'link', id: 'lnk_x', subject })
  people = {
    'the recipient by link': { viewer: link(asked.id), roles: ['recipient'], sees: true },
    'the recipient signed in': {
      viewer: member(idOf('client@demo.test'), order.beneficiary),
      roles: ['recipient'],
      sees: true,
    },
    'another member of the beneficiary': {
      viewer: member('usr_other', order.beneficiary),
      roles: [],
      sees: true,
    },
    'the agency': {
      viewer: member(idOf('agency@demo.test'), order.buyer),
      roles: ['agencyForClient', 'buyer'],
      sees: true,
    },
    'another organisation': {
      viewer: member(idOf('channel@demo.test'), 'org_other'),
      roles: [],
      sees: false,
    },
    "another document's link": { viewer: link('doc_other'), roles: [], sees: false },
    'an admin': { viewer: staff('admin@demo.test', 'ADMIN'), roles: ['ADMIN'], sees: true },
    support: { viewer: staff('support@demo.test', 'SUPPORT'), roles: [], sees: true },
    finance: { viewer: staff('finance@demo.test', 'FINANCE'), roles: [], sees: true },
    'fulfilment without a task there': {
      viewer: staff('fulfilment@demo.test', 'FULFILMENT'),
      roles: [],
      sees: false,
    },
    nobody: { viewer: anonymous, roles: [], sees: false },
    'the system': { viewer: system('test'), roles: ['system'], sees: true },
  }
})
afterAll(() => world.close())

class Undo extends Error {}

/** What comes of a verb in a state, undone afterwards; the admin holds the claim where there is one. */
async function outcome(state: State, verb: Verb, viewer: Viewer): Promise<string> {
  let result = ''
  await transaction(world.running.house, viewer, async (tx) => {
    const held = state === 'IN_REVIEW'
    await tx.em
      .getConnection()
      .execute(
        `update onboarding_documents set status = ?, reviewer_id = ?, claimed_until = ? where id = ?`,
        [
          state,
          held ? people['an admin']!.viewer.id : null,
          held ? new Date(Date.now() + 60_000) : null,
          asked.id,
        ],
        'run',
        tx.em.getTransactionContext(),
      )
    try {
      const { to = state } = onboardingMachine.verbs[verb] as { to?: State | State[] }
      const claim = verb === 'claimOnboarding' ? { reviewer_id: viewer.id, claimed_until: tx.now } : {}
      const moved = await transition(tx, onboardingMachine, asked.id, verb, {
        set: claim,
        to: Array.isArray(to) ? to[0]! : to,
      })
      result = moved.state
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      result = error.code
    }
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return result
}

function expected(state: State, verb: Verb, who: { roles: Role[]; sees: boolean }): string {
  const {
    from,
    to = state,
    by,
  } = onboardingMachine.verbs[verb] as {
    from: readonly State[]
    to?: State | readonly State[]
    by: readonly Role[]
  }
  if (!who.sees) return 'NOT_FOUND'
  if (!by.some((role) => who.roles.includes(role))) return 'FORBIDDEN'
  if (!from.includes(state)) return 'INVALID_TRANSITION'
  return typeof to === 'string' ? to : to[0]!
}

describe.each(Object.keys(onboardingMachine.states) as State[])('a document that is %s', (state) => {
  test.each(Object.keys(onboardingMachine.verbs) as Verb[])('and %s, for everybody', async (verb) => {
    const seen: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const [name, who] of Object.entries(people)) {
      seen[name] = await outcome(state, verb, who.viewer)
      wanted[name] = expected(state, verb, who)
    }
    expect(seen).toEqual(wanted)
  })
})
