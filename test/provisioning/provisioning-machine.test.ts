import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { giveUpProvisioning } from '../../api/provisioning/give-up-provisioning.js'
import { provisioningMachine, type ProvisioningStatus } from '../../api/provisioning/provisioning.machine.js'
import { retryProvisioning } from '../../api/provisioning/retry-provisioning.js'
import { letProvisioningFail } from '../../api/provisioning/sandbox-provisioner.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { attempt, viewerOf } from '../tasks/task-room.js'

type Who = 'admin' | 'support' | 'finance' | 'fulfilment' | 'buyer' | 'nobody'

const TABLE: Record<
  string,
  { to: ProvisioningStatus; by: Who[]; run: (tx: Tx, id: string) => Promise<unknown> }
> = {
  retryProvisioning: {
    to: 'PROVISIONING',
    by: ['admin', 'support'],
    run: (tx, id) => retryProvisioning(tx, { id }),
  },
  giveUpProvisioning: {
    to: 'GIVEN_UP',
    by: ['admin'],
    run: (tx, id) => giveUpProvisioning(tx, { id, reason: 'Gone.' }),
  },
}

let world: World
let people: Record<Who, Viewer>
let id: string

beforeAll(async () => {
  world = await openWorld()
  const [service] = await world.rows<{ id: string }>(
    `select id from services where name = 'Directory listings'`,
  )
  await letProvisioningFail(world.running.house.database.pool, { serviceId: service!.id, failures: 100 })
  const order = await aPaidOrder(world, [{ service: 'Directory listings' }])
  const [found] = await world.rows<{ id: string; buyer: string }>(
    'select p.id, o.buyer_id as buyer from provisionings p join orders o on o.id = p.order_id where o.id = $1',
    [order],
  )
  id = found!.id
  people = {
    admin: await viewerOf(world, 'admin@demo.test'),
    support: await viewerOf(world, 'support@demo.test'),
    finance: await viewerOf(world, 'finance@demo.test'),
    fulfilment: await viewerOf(world, 'fulfilment@demo.test'),
    buyer: {
      ...anonymous,
      kind: 'member',
      id: 'usr_buyer',
      organisations: [found!.buyer],
      owned: [found!.buyer],
    },
    nobody: anonymous,
  }
})
afterAll(() => world.close())

describe('the machine of add-ons', () => {
  test('has a row in this table for each of its verbs that people take', () => {
    const forPeople = Object.entries(provisioningMachine.verbs).filter(([, spec]) =>
      spec.by.some((role: string) => role !== 'system'),
    )
    expect(Object.keys(TABLE).sort()).toEqual(forPeople.map(([name]) => name).sort())
  })

  for (const state of Object.keys(provisioningMachine.states) as ProvisioningStatus[]) {
    test(`in ${state} lets everybody do what their row says, and nothing else`, async () => {
      await world.rows(
        `update provisionings set status = $2, activated_at = case when $2 = 'ACTIVE' then now() end where id = $1`,
        [id, state],
      )
      for (const [verb, { to, by, run }] of Object.entries(TABLE)) {
        for (const who of Object.keys(people) as Who[]) {
          const sees = !['fulfilment', 'nobody'].includes(who)
          const expected = !sees
            ? 'NOT_FOUND'
            : !by.includes(who)
              ? 'FORBIDDEN'
              : state === 'FAILED'
                ? to
                : 'INVALID_TRANSITION'
          const got = await attempt(world, people[who], id, (tx) => run(tx, id), 'provisionings')
          expect(`${verb} by ${who}: ${got}`).toBe(`${verb} by ${who}: ${expected}`)
        }
      }
    })
  }
})
