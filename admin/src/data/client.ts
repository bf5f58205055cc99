import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'

/** The one way to the API. Nothing is cached here (TanStack Query does that), and requests are not batched. */
export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  cache: new InMemoryCache(),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
})
