import { describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import 'reflect-metadata'
import { accountEvents } from '../../api/accounts/accounts.events.js'
import { campaignEvents } from '../../api/campaigns/campaign.events.js'
import { creativeEvents } from '../../api/campaigns/creative.events.js'
import { disputeEvents } from '../../api/disputes/dispute.events.js'
import { catalogueEvents } from '../../api/catalogue/catalogue.events.js'
import { fundsEvents } from '../../api/funds/funds.events.js'
import { messageEvents } from '../../api/messages/message.events.js'
import { fileEvents } from '../../api/files/file.events.js'
import { mailTemplates } from '../../api/notifications/mail-templates.js'
import { routes } from '../../api/notifications/routes.js'
import { onboardingEvents } from '../../api/onboarding/onboarding.events.js'
import { orderEvents } from '../../api/orders/order.events.js'
import { appointmentEvents } from '../../api/outreach/appointment.events.js'
import { calendarEvents } from '../../api/messages/calendar.events.js'
import { promiseEvents } from '../../api/messages/promise.events.js'
import { provisioningEvents } from '../../api/provisioning/provisioning.events.js'
import { sampleLocales } from '../../api/notifications/samples/sample-world.js'
import { reportEvents } from '../../api/reports/report.events.js'
import { taskEvents } from '../../api/tasks/task.events.js'

const all = {
  ...accountEvents,
  ...appointmentEvents,
  ...calendarEvents,
  ...promiseEvents,
  ...campaignEvents,
  ...creativeEvents,
  ...disputeEvents,
  ...catalogueEvents,
  ...fileEvents,
  ...fundsEvents,
  ...messageEvents,
  ...onboardingEvents,
  ...orderEvents,
  ...provisioningEvents,
  ...reportEvents,
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

test('every kind of mail has a sample in every locale, and says when it goes out and to whom', () => {
  for (const { template, occasions, samples } of mailTemplates()) {
    for (const locale of sampleLocales)
      expect([template, samples(locale, 'https://waybill.example')[0]?.variant]).toEqual([template, ''])
    expect(occasions.length).toBeGreaterThan(0)
    for (const { event, when, tells } of occasions) {
      expect(when).not.toBe(event)
      expect(tells).toMatch(/^\p{Lu}\S* ?/u)
    }
  }
})

describe.each([
  ['order.delivered', 'order-delivered'],
  ['order.revision-requested', 'revision-requested'],
  ['order.auto-completed', 'order-auto-completed'],
  ['order.held', 'order-held'],
  ['order.resumed', 'order-resumed'],
  ['order.called-off', 'order-cancelled'],
  ['order.expired', 'order-cancelled'],
  ['order.cancelled', 'order-cancelled'],
  ['order.communication-at-risk', 'promise-at-risk'],
  ['order.communication-broken', 'promise-broken'],
  ['onboarding.waived', 'onboarding-waived'],
  ['onboarding.reopened', 'onboarding-changes-requested'],
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
  ['campaign.offered', 'campaign-offered'],
  ['campaign.acceptance-reminded', 'acceptance-reminder'],
  ['campaign.accepted', 'campaign-accepted'],
  ['campaign.declined', 'campaign-declined'],
  ['campaign.expired', 'campaign-expired'],
  ['campaign.withdrawn', 'campaign-withdrawn'],
  ['campaign.captured', 'campaign-paid'],
  ['campaign.capture-failed', 'payment-failed'],
  ['campaign.creatives-reminded', 'creatives-missing'],
  ['campaign.ready', 'campaign-ready'],
  ['campaign.creatives-reopened', 'creatives-reopened'],
  ['campaign.completion-claimed', 'campaign-completed'],
  ['campaign.completion-mail-resent', 'campaign-completed'],
  ['campaign.release-reminded', 'release-reminder'],
  ['campaign.released', 'funds-released'],
  ['campaign.dispute-withdrawn', 'dispute-withdrawn'],
  ['campaign.cancellation-proposed', 'cancellation-proposed'],
  ['campaign.cancellation-answered', 'cancellation-answered'],
  ['campaign.cancellation-lapsed', 'cancellation-answered'],
  ['campaign.cancelled', 'campaign-cancelled'],
  ['campaign.deadline-extended', 'deadline-extended'],
  ['appointment.outreach-overdue', 'outreach-overdue'],
  ['appointment.outreach-started', 'outreach-started'],
  ['appointment.retried', 'outreach-started'],
  ['appointment.attempt-made', 'appointment-request'],
  ['appointment.link-requested', 'appointment-request'],
  ['appointment.progress', 'outreach-progress'],
  ['appointment.confirmed', 'appointment-confirmed'],
  ['appointment.declined', 'appointment-unconfirmed'],
  ['appointment.unconfirmed-told', 'appointment-unconfirmed'],
  ['appointment.unreachable', 'appointment-unreachable'],
  ['appointment.rescheduled', 'appointment-changed'],
  ['appointment.no-show', 'appointment-missed'],
  ['appointment.cancelled', 'appointment-cancelled'],
  ['appointment.reminder', 'appointment-reminder'],
  ['promise.at-risk', 'promise-at-risk'],
  ['promise.broken', 'promise-broken'],
  ['creative.uploaded', 'creative-uploaded'],
  ['creative.rejected', 'creative-rejected'],
  ['dispute.opened', 'dispute-opened'],
  ['dispute.information-requested', 'dispute-information-requested'],
  ['dispute.resolved', 'dispute-resolved'],
  ['dispute.fell-back', 'dispute-resolved'],
  ['dispute.fallback-warned', 'dispute-undecided'],
  ['payment.voided', 'refund-issued'],
  ['payment.void-failed', 'refund-failed'],
  ['release.issued', 'funds-released'],
  ['release.failed', 'release-failed'],
  ['chargeback.opened', 'chargeback-opened'],
  ['payout-account.suspended', 'payout-account-suspended'],
  ['payout-account.reinstated', 'payout-account-reinstated'],
] as const)('%s', (event, template) => {
  test(`is told by ${template}`, () => {
    expect(routes[event].map((route) => route.template)).toEqual([template])
  })
})
