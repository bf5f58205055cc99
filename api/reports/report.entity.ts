import { defineEntity, p } from '@mikro-orm/postgresql'
import { UserEntity } from '../accounts/user.entity.js'
import { OrderEntity } from '../orders/order.entity.js'
import { cadences } from './cadence.js'
import type { ReportChart } from './chart.js'
import type { ReportContent } from './report-content.js'
import { reportMachine } from './report.machine.js'

const listed = (values: object) =>
  Object.keys(values)
    .map((value) => `'${value}'`)
    .join(', ')

/** How often an order is reported on; one row for each order whose work is done by people. */
export const ReportPlanEntity = defineEntity({
  name: 'ReportPlan',
  tableName: 'report_plans',
  properties: {
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').primary(),
    cadence: p.text(),
  },
  checks: [{ name: 'report_plans_cadence_known', expression: `cadence in (${listed(cadences)})` }],
})

/** A report on an order over a time; the next one of an order is here before it is drafted. */
export const ReportEntity = defineEntity({
  name: 'Report',
  tableName: 'reports',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id'),
    status: p.text(),
    version: p.integer().default(1),
    /** Counts the sent reports of an order from 1. */
    number: p.integer().nullable(),
    /** It tells of what happened from here on, up to `periodTo`, which is set when it is drafted. */
    periodFrom: p.datetime(),
    periodTo: p.datetime().nullable(),
    dueAt: p.datetime(),
    sendAt: p.datetime().nullable(),
    /** The language it is written in: its reader's. */
    language: p.text().nullable(),
    content: p.json<ReportContent>().nullable(),
    /** What its picture shows. */
    chart: p.json<ReportChart>().nullable(),
    /** Steps done in its time, and still open at its end. */
    stepsDone: p.integer().default(0),
    stepsOpen: p.integer().default(0),
    draftedAt: p.datetime().nullable(),
    savedAt: p.datetime().nullable(),
    savedById: () => p.manyToOne(UserEntity).mapToPk().joinColumn('saved_by_id').nullable(),
    sentAt: p.datetime().nullable(),
    sentById: () => p.manyToOne(UserEntity).mapToPk().joinColumn('sent_by_id').nullable(),
    skipReason: p.text().nullable(),
  },
  uniques: [{ properties: ['orderId', 'number'] }],
  indexes: [
    { properties: ['dueAt', 'id'] },
    { properties: ['orderId', 'dueAt', 'id'] },
    { properties: ['status', 'dueAt', 'id'] },
    {
      name: 'reports_one_due',
      expression: `create unique index "reports_one_due" on "reports" ("order_id") where status = 'DUE'`,
    },
  ],
  checks: [
    { name: 'reports_status_known', expression: `status in (${listed(reportMachine.states)})` },
    {
      name: 'reports_sent_whole',
      expression: `(status = 'SENT') = (number is not null and sent_at is not null)`,
    },
    {
      name: 'reports_drafted_whole',
      expression: `status in ('DUE', 'SKIPPED') or (content is not null and chart is not null and period_to is not null)`,
    },
  ],
})

/** The picture of a report as PNG, drawn once for what it shows. */
export const ReportPictureEntity = defineEntity({
  name: 'ReportPicture',
  tableName: 'report_pictures',
  properties: {
    reportId: () => p.manyToOne(ReportEntity).mapToPk().joinColumn('report_id').primary(),
    /** A hash of the drawing it was made from: another drawing makes another picture. */
    drawing: p.text(),
    bytes: p.blob(),
    drawnAt: p.datetime(),
  },
  checks: [{ name: 'report_pictures_bounded', expression: 'octet_length(bytes) <= 1048576' }],
})

export const reportsEntities = [ReportPlanEntity, ReportEntity, ReportPictureEntity]
