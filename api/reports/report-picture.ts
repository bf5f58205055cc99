import { createHash } from 'node:crypto'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import type { ReportChart } from './chart.js'
import { chartSvg } from './chart-svg.js'
import { drawPicture } from './draw-picture.js'

/** Draws the picture of a report that was sent; whoever needs it sooner draws it themselves. */
export const drawReportJob = job<{ reportId: string }>({
  name: 'draw-report',
  run: async (house, { reportId }) => void (await pictureOf(house, reportId)),
})

/**
 * The picture of a report as PNG, 1120 wide: drawn when it is first needed and kept, so that mail, page and archive show
 * the same bytes. Undefined where there is no such report, or it is not drafted yet. Draws outside any transaction.
 */
export async function pictureOf(house: House, reportId: string): Promise<Buffer | undefined> {
  const found = await transaction(house, system('reports'), (tx) =>
    row<{ chart: ReportChart; language: string; drawing: string | null; bytes: Buffer | null }>(
      tx,
      sql`select r.chart, r.language, p.drawing, p.bytes from reports r left join report_pictures p on p.report_id = r.id
        where r.id = ${reportId} and r.chart is not null`,
    ),
  )
  if (!found) return undefined
  const svg = chartSvg(found.chart, found.language)
  const drawing = createHash('sha256').update(svg).digest('base64url')
  if (found.bytes && found.drawing === drawing) return found.bytes
  return drawnOnce(house, { reportId, svg, drawing })
}

/** Drawings under way: the mail, the page and the job that want one at once get the same. */
const underWay = new Map<string, Promise<Buffer>>()

function drawnOnce(house: House, of: { reportId: string; svg: string; drawing: string }): Promise<Buffer> {
  const key = `${of.reportId} ${of.drawing}`
  const drawn = underWay.get(key) ?? draw(house, of).finally(() => underWay.delete(key))
  underWay.set(key, drawn)
  return drawn
}

async function draw(
  house: House,
  { reportId, svg, drawing }: { reportId: string; svg: string; drawing: string },
): Promise<Buffer> {
  const bytes = await drawPicture(svg)
  await transaction(house, system('reports'), (tx) =>
    row(
      tx,
      sql`insert into report_pictures (report_id, drawing, bytes, drawn_at) values (${reportId}, ${drawing}, ${bytes}, ${tx.now})
        on conflict (report_id) do update set drawing = excluded.drawing, bytes = excluded.bytes, drawn_at = excluded.drawn_at`,
    ),
  )
  return bytes
}
