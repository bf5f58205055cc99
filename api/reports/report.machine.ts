import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { reportEvents } from './report.events.js'

const facts = {
  orderId: fact.text('t.order_id'),
  orderStatus: fact.text('(select o.status from orders o where o.id = t.order_id)'),
  cadence: fact.text('(select p.cadence from report_plans p where p.order_id = t.order_id)'),
  periodFrom: fact.time('t.period_from'),
  dueAt: fact.time('t.due_at'),
  sendAt: fact.maybeTime('t.send_at'),
  touched: fact.bool('(t.saved_at is not null)'),
  sentBefore: fact.int(
    `(select count(*) from reports r where r.order_id = t.order_id and r.status = 'SENT')`,
  ),
  workers: fact.texts(
    `(select to_jsonb(array_agg(distinct k.assignee_id)) from tasks k where k.order_id = t.order_id and k.assignee_id is not null)`,
  ),
}

const orderRuns: Guard<FactsOf<typeof facts>> = {
  code: 'INVALID_TRANSITION',
  doc: 'Its order is at work: one that is held, delivered or over is not reported on.',
  refuses: ({ orderStatus }) => (orderStatus === 'OPEN' ? undefined : { order: orderStatus }),
}

/** A report on an order, from its time to the mail. */
export const reportMachine = machine({
  name: 'Report',
  table: 'reports',
  stream: 'order_id',
  doc: 'What was done for an order, what is next and how it stands, told to the buyer at the cadence of the order.',
  states: {
    DUE: 'The next one of its order: it is drafted when its time comes.',
    DRAFT: 'Drafted by Waybill; somebody of the team completes and sends it, or it goes out by itself.',
    SENT: 'Sent, and kept as it was.',
    SKIPPED: 'Not sent: somebody decided so, or its order ended first.',
  },
  initial: 'DUE',
  final: ['SENT', 'SKIPPED'],
  facts,
  roles: {
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    WORKER: (viewer, report) => isStaff(viewer, 'FULFILMENT') && report.workers.includes(viewer.id),
  },
  deadlines: {
    draft: { in: ['DUE'], at: 'dueAt', doc: 'Its time has come: it is drafted.' },
    send: {
      in: ['DRAFT'],
      at: 'sendAt',
      doc: 'Nobody has touched the draft: it is sent as it is, or skipped where its order was delivered first. Where somebody has, a task asks them to send it.',
    },
  },
  events: reportEvents,
  verbs: {
    draftReport: {
      from: ['DUE'],
      to: 'DRAFT',
      by: ['ADMIN', 'WORKER', 'system'],
      unless: [orderRuns],
      event: 'report.drafted',
      doc: 'Drafts it from what happened since the last one; before its time where somebody asks for it.',
    },
    putOffReport: {
      from: ['DUE'],
      by: ['system'],
      doc: 'Its order is delivered and waits for the buyer: the next time will do.',
    },
    saveReport: {
      from: ['DRAFT'],
      by: ['ADMIN', 'WORKER'],
      event: 'report.saved',
      repeats: true,
      doc: 'Keeps what somebody wrote; from now on only a person sends it.',
    },
    sendReport: {
      from: ['DRAFT'],
      to: 'SENT',
      by: ['ADMIN', 'WORKER', 'system'],
      doc: 'Sends it: to who placed the order by mail, to buyer and beneficiary as a page.',
    },
    skipReport: {
      from: ['DRAFT'],
      to: 'SKIPPED',
      by: ['ADMIN', 'WORKER', 'system'],
      event: 'report.skipped',
      doc: 'Does not send it; the next one covers its time, too. So does an untouched one whose order was delivered first.',
    },
    noteReportWaits: {
      from: ['DRAFT'],
      by: ['system'],
      event: 'report.waits',
      doc: 'Its time to go out is over, but somebody began to complete it: a task asks for it.',
    },
    endReport: {
      from: ['DUE', 'DRAFT'],
      to: 'SKIPPED',
      by: ['system'],
      event: 'report.ended',
      doc: 'Its order ended, or is not reported on any more.',
    },
  },
})

export type ReportStatus = keyof typeof reportMachine.states
