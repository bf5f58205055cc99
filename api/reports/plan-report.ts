import { newId } from '../lib/ids.js'
import { system } from '../lib/viewer.js'
import type { WorkingCalendar } from '../lib/working-time.js'
import { actingAs, type Tx } from '../platform/context.js'
import { ReportEntity } from './report.entity.js'
import { reportMachine } from './report.machine.js'
import { enter } from '../platform/transition.js'

/** When the team works: reports have their time in its zone. */
export function calendarOf(tx: Tx): WorkingCalendar {
  return { zone: tx.house.config.workingZone, holidays: tx.house.config.holidays }
}

/** Plans the next report of an order, which has none planned. Its stream is locked. Returns its id. */
export async function planReport(
  tx: Tx,
  planned: { orderId: string; periodFrom: Date; dueAt: Date },
): Promise<string> {
  const id = newId('rpt')
  await tx.em.insert(ReportEntity, { id, status: reportMachine.initial, ...planned })
  await enter(actingAs(tx, system('reports')), reportMachine, id, {
    type: 'report.planned',
    data: { dueAt: planned.dueAt.toISOString() },
  })
  return id
}
