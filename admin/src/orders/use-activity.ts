import { useCallback, useEffect, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { OrderActivityAddedDocument, OrderActivityDocument, type ActivityFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'

const pageSize = 50

/**
 * An order's entries, newest first: the newest page is read, then followed live from its newest entry. After a
 * reconnect the API replays from there; the sequence keeps any entry from being shown twice.
 */
export function useActivity(orderId: string) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const [entries, setEntries] = useState<ActivityFragment[]>([])
  const [since, setSince] = useState<string>()
  const [earlier, setEarlier] = useState<string>()

  const read = useCallback(
    async (after?: string) => {
      const { order } = await dataProvider.ask(OrderActivityDocument, { id: orderId, first: pageSize, after })
      const { nodes = [], pageInfo } = order?.activity ?? {}
      setEntries((before) => merge(before, nodes))
      setEarlier((pageInfo?.hasNextPage && pageInfo.endCursor) || undefined)
      return nodes[0]?.sequence ?? '0'
    },
    [dataProvider, orderId],
  )
  useEffect(() => {
    setEntries([])
    setSince(undefined)
    read().then(setSince, () => setSince('0'))
  }, [read])
  useLive(OrderActivityAddedDocument, since === undefined ? undefined : { orderId, after: since }, (data) =>
    setEntries((before) => merge(before, [data.orderActivity])),
  )
  // Of what is shown, who has read it changes; what is not read yet comes by the first reading.
  const ready = since !== undefined
  const readAgain = useCallback(() => {
    if (ready) void readNewest(dataProvider, orderId).then((nodes) => setEntries((all) => merge(all, nodes)))
  }, [dataProvider, orderId, ready])
  return { entries, readAgain, readEarlier: earlier ? () => void read(earlier) : undefined }
}

/** The newest entries once more; none where they can't be read just now. */
async function readNewest(dataProvider: WaybillDataProvider, orderId: string): Promise<ActivityFragment[]> {
  const asked = dataProvider.ask(OrderActivityDocument, { id: orderId, first: pageSize })
  return asked.then(({ order }) => order?.activity?.nodes ?? []).catch(() => [])
}

function merge(before: ActivityFragment[], more: ActivityFragment[]): ActivityFragment[] {
  const known = before.map((entry) => withFateOf(more, entry))
  const bySequence = new Map([...known, ...more].map((entry) => [entry.sequence, entry]))
  return [...bySequence.values()].sort((a, b) => Number(b.sequence) - Number(a.sequence))
}

/** What became of an attempt is an entry of its own: whatever was shown of that attempt before says so from then on. */
function withFateOf(more: ActivityFragment[], entry: ActivityFragment): ActivityFragment {
  if (entry.__typename !== 'AttemptEntry') return entry
  const newest = more.find(
    (one) => one.__typename === 'AttemptEntry' && one.attempt?.id === entry.attempt?.id,
  )
  return newest?.__typename === 'AttemptEntry' ? { ...entry, attempt: newest.attempt } : entry
}
