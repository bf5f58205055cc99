import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'

/**
 * Reads a typed document, kept under `key` so that live news can mark it stale. Without variables it waits; with `againMs` it
 * is read again every so often, too.
 */
export function useAsk<Data, Variables extends Record<string, unknown>>(
  key: readonly unknown[],
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  againMs?: number,
) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  return useQuery({
    queryKey: [...key, variables],
    queryFn: () => dataProvider.ask(document, variables as Variables),
    enabled: variables !== undefined,
    refetchInterval: againMs ?? false,
  })
}
