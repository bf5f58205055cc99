import { fact } from '../lib/facts.js'
import { machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { provisioningEvents } from './provisioning.events.js'

const facts = {
  orderId: fact.text('t.order_id'),
  lineId: fact.text('t.line_id'),
  attempts: fact.int('t.attempts'),
  tries: fact.int('t.tries'),
  nextTryAt: fact.maybeTime('t.next_try_at'),
}

/** An add-on on its way to being active: by itself, and with a person only where that failed. */
export const provisioningMachine = machine({
  name: 'Provisioning',
  table: 'provisionings',
  stream: 'order_id',
  doc: 'An add-on being set up, with no onboarding and no human.',
  states: {
    PROVISIONING: 'Being set up, or waiting for its next try.',
    ACTIVE: 'Active.',
    FAILED: 'Every try failed: a person decides.',
    GIVEN_UP: 'Not to be had: its price was given back, or its order has ended.',
  },
  initial: 'PROVISIONING',
  final: ['ACTIVE', 'GIVEN_UP'],
  facts,
  roles: {
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    SUPPORT: (viewer) => isStaff(viewer, 'SUPPORT'),
  },
  deadlines: {
    'try-again': {
      in: ['PROVISIONING'],
      at: 'nextTryAt',
      doc: 'The pause after a failed try is over, or nothing was heard of a try.',
    },
  },
  events: provisioningEvents,
  verbs: {
    activate: {
      from: ['PROVISIONING'],
      to: 'ACTIVE',
      by: ['system'],
      event: 'provisioning.activated',
      doc: 'It is set up; its price is earned.',
    },
    postpone: {
      from: ['PROVISIONING'],
      by: ['system'],
      event: 'provisioning.postponed',
      doc: 'A try failed; the next comes after a pause.',
    },
    fail: {
      from: ['PROVISIONING'],
      to: 'FAILED',
      by: ['system'],
      event: 'provisioning.failed',
      doc: 'Every try failed: a task is raised.',
    },
    retryProvisioning: {
      from: ['FAILED'],
      to: 'PROVISIONING',
      by: ['ADMIN', 'SUPPORT'],
      event: 'provisioning.retried',
      doc: 'Has it tried again from the start.',
    },
    giveUpProvisioning: {
      from: ['FAILED'],
      to: 'GIVEN_UP',
      by: ['ADMIN'],
      event: 'provisioning.given-up',
      doc: 'Gives up on it and gives the price of its line back to the buyer.',
    },
    endProvisioning: {
      from: ['PROVISIONING', 'FAILED'],
      to: 'GIVEN_UP',
      by: ['system'],
      event: 'provisioning.ended',
      doc: 'Its order has ended.',
    },
  },
})

export type ProvisioningStatus = keyof typeof provisioningMachine.states
