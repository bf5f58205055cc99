// Files by their names, so that Node reads them as the browser does when the build asks for every operation.
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core/index.js'
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js'
import { type DocumentNode, print } from 'graphql'
import { hashOf } from './hash-of.js'

/** Sends the hash of each operation; its text follows where the API does not know it. */
const byHash = createPersistedQueryLink({ sha256: hashOf })

/**
 * The one way to the API. Nothing is cached here (TanStack Query does that), and requests are not batched; nor does one
 * that asks again because of news get the answer to one that was asked before it.
 */
export const client = new ApolloClient({
  link: byHash.concat(new HttpLink({ uri: '/graphql', credentials: 'same-origin' })),
  cache: new InMemoryCache(),
  queryDeduplication: false,
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
})

/** A document as it is asked, with the names of types that the client wants of each answer. */
export function textOf(document: DocumentNode): string {
  return print(client.documentTransform.transformDocument(document))
}
