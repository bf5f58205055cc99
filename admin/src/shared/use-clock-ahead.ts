import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { ClockDocument } from '../gen/documents.js'

/**
 * By how many milliseconds the trade's clock runs ahead of this browser's. The sandbox's clock can be moved;
 * undefined where there is none, as in production.
 */
export function useClockAhead(): number | undefined {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const ask = async () => Date.parse((await dataProvider.ask(ClockDocument, {})).clock.now) - Date.now()
  const { data } = useQuery<number | null>({
    queryKey: ['clock'],
    queryFn: () => ask().catch(() => null),
    enabled: (query) => query.state.data !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? undefined
}
