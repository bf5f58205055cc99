import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { FileNowDocument, type FileShownFragment } from '../gen/documents.js'

const EVERY_MS = 2000

/** The file as it is now: one that is still checked for viruses is asked for again until it was. */
export function useScanned(known: FileShownFragment): FileShownFragment {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const { data } = useQuery({
    queryKey: ['files', known.id],
    queryFn: async () => {
      const { node } = await dataProvider.ask(FileNowDocument, { id: known.id })
      return node as FileShownFragment | null
    },
    enabled: known.status === 'SCANNING',
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'SCANNING' ? false : EVERY_MS),
  })
  return data ?? known
}
