import { useCallback, useEffect, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { OrderActivityAddedDocument, OrderActivityDocument, type ActivityFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'

const pageSize = 100

/**
 * An order's entries, newest first: the log is read from its start, page by page, then followed live from the last
 * one read. After a reconnect the API replays from there; the sequence keeps any entry from being shown twice.
 */
export function useActivity(orderId: string) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const [entries, setEntries] = useState<ActivityFragment[]>([])
  const [from, setFrom] = useState<string>()
  const [hasEarlier, setHasEarlier] = useState(false)

  const read = useCallback(
    async (after: string | undefined) => {
      const { order } = await dataProvider.ask(OrderActivityDocument, { id: orderId, first: pageSize, after })
      const { nodes = [], pageInfo } = order?.activity ?? {}
      setEntries((before) => merge(before, nodes))
      setHasEarlier(pageInfo?.hasNextPage ?? false)
      setFrom(nodes.at(-1)?.sequence ?? after ?? '0')
    },
    [dataProvider, orderId],
  )
  useEffect(() => {
    setEntries([])
    setFrom(undefined)
    read(undefined).catch(() => setFrom('0'))
  }, [read])
  const following = from === undefined || hasEarlier ? undefined : { orderId, after: from }
  useLive(OrderActivityAddedDocument, following, ({ orderActivity }) => {
    if (orderActivity) setEntries((before) => merge(before, [orderActivity]))
  })
  return { entries, hasEarlier, readEarlier: () => void read(from) }
}

function merge(before: ActivityFragment[], more: ActivityFragment[]): ActivityFragment[] {
  const bySequence = new Map([...before, ...more].map((entry) => [entry.sequence, entry]))
  return [...bySequence.values()].sort((a, b) => Number(b.sequence) - Number(a.sequence))
}
