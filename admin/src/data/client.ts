import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'

/**
 * The one way to the API. Nothing is cached here (TanStack Query does that), and requests are not batched; nor does one
 * that asks again because of news get the answer to one that was asked before it.
 */
export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  cache: new InMemoryCache(),
  queryDeduplication: false,
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
})
