import { describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { accountEvents } from '../../api/accounts/accounts.events.js'
import { fundsEvents } from '../../api/funds/funds.events.js'
import { messageEvents } from '../../api/messages/message.events.js'
import { routes } from '../../api/notifications/routes.js'
import { onboardingEvents } from '../../api/onboarding/onboarding.events.js'
import { orderEvents } from '../../api/orders/order.events.js'
import { provisioningEvents } from '../../api/provisioning/provisioning.events.js'
import { taskEvents } from '../../api/tasks/task.events.js'

const all = {
  ...accountEvents,
  ...fundsEvents,
  ...messageEvents,
  ...onboardingEvents,
  ...orderEvents,
  ...provisioningEvents,
  ...taskEvents,
}

test('every event of every room has a decision about who is told', () => {
  expect(Object.keys(routes).sort()).toEqual(Object.keys(all).sort())
})

test('every kind of mail is sent by some event, but the sign-in link, which no event of the trade sends', () => {
  const files = readdirSync('api/notifications/emails').map((file) => file.replace('.ts', ''))
  const sent = new Set(Object.values(routes).flatMap((list) => list.map((route) => route.template)))
  expect(files.filter((file) => !sent.has(file))).toEqual(['sign-in-link'])
})

describe.each([
  ['order.opened', 'order-receipt'],
  ['order.communication-invited', 'communication-invitation'],
  ['order.dashboard-invited', 'dashboard-invitation'],
  ['onboarding.requested', 'onboarding-request'],
  ['onboarding.reminded', 'onboarding-reminder'],
  ['onboarding.submitted', 'onboarding-submitted'],
  ['onboarding.approved', 'onboarding-approved'],
  ['onboarding.changes-requested', 'onboarding-changes-requested'],
  ['task.delegated', 'task-delegated'],
  ['task.overdue', 'task-overdue'],
] as const)('%s', (event, template) => {
  test(`is told by ${template}`, () => {
    expect(routes[event].map((route) => route.template)).toEqual([template])
  })
})
