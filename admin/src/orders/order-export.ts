import type { WaybillDataProvider } from '../data/data-provider.js'
import { toSort, toWhere } from '../data/where.js'
import { OrdersToExportDocument, type OrdersToExportQuery } from '../gen/documents.js'
import { schema } from '../gen/schema.js'
import { csvLine, csvOf } from '../shared/csv.js'
import { fromMinor } from '../shared/minor-units.js'

/** More than this is not read in one go: the file says so at its end. */
export const MOST = 10_000

type Row = OrdersToExportQuery['orders']['nodes'][number]

/** What a list shows: its filters and sort as react-admin keeps them. */
export interface ListShown {
  filterValues: Record<string, unknown>
  sort: { field: string; order: string }
}

/** How a file of orders is made: whether money is the reader's to see, and who hears how many rows have been read. */
interface Making {
  money: boolean
  words: (key: string, options?: Record<string, unknown>) => string
  onRead: (count: number) => void
}

/**
 * The orders that a list shows as a CSV file, every page of them, each page from where the one before ended. It holds
 * at most `MOST` orders; if there are more, its last line says so.
 */
export async function exportOrders(
  dataProvider: WaybillDataProvider,
  shown: ListShown,
  { money, words, onRead }: Making,
): Promise<Blob> {
  const columns = columnsOf(money)
  const parts = [csvOf([columns.map(([name]) => words(`orders.export.columns.${name}`))])]
  const where = toWhere(schema, 'OrderWhere', shown.filterValues) as never
  const sort = toSort(schema, '[OrderSort!]', shown.sort) as never
  const search = shown.filterValues.q as string | undefined
  let after: string | undefined
  for (let read = 0; read < MOST;) {
    const { nodes, pageInfo } = (
      await dataProvider.ask(OrdersToExportDocument, { after, where, search, sort })
    ).orders
    parts.push(...nodes.map((order) => csvLine(columns.map(([, cell]) => cell(order)))))
    read += nodes.length
    onRead(read)
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) return file(parts)
    after = pageInfo.endCursor
  }
  return file([...parts, csvLine([words('orders.export.more', { count: MOST })])])
}

function file(parts: string[]): Blob {
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

type Cell = (order: Row) => string

function columnsOf(money: boolean): [name: string, cell: Cell][] {
  const all: [string, Cell][] = [
    ['number', (o) => o.number],
    ['status', (o) => o.status],
    ['stage', (o) => o.stage],
    ['overdue', (o) => (o.overdue ? 'yes' : 'no')],
    ['buyer', (o) => o.buyer?.name ?? ''],
    ['beneficiary', (o) => o.beneficiary?.name ?? ''],
    ['services', (o) => o.lines.map((line) => line.service?.name ?? '').join('; ')],
    ['standing', (o) => o.standing.summary],
    ['nextBy', (o) => o.standing.nextBy ?? ''],
    ['placedAt', (o) => o.placedAt],
    ['paidAt', (o) => o.paidAt ?? ''],
  ]
  const amounts: [string, Cell][] = [
    ['total', (o) => (o.total ? fromMinor(o.total.amount, o.total.currency) : '')],
    ['currency', (o) => o.total?.currency ?? ''],
  ]
  return money ? [...all, ...amounts] : all
}
