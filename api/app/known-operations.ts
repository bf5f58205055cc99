import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache'
import { GraphQLError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { createHash } from 'node:crypto'

/** How many operations are kept that callers have sent, and how many characters of them: the oldest make room. */
const SENT = { max: 1000, maxSize: 2_000_000 }

/**
 * The texts of operations by their hash, as Apollo's "automatic persisted queries" ask for them. Being known gives no
 * operation a right or a larger limit: it is read and judged as if its text had come.
 */
export type KnownOperations = KeyValueCache

/** Knows `ours` from the start and for good, and beside them what callers have sent with its hash. */
export function knownOperations(ours: readonly string[]): KnownOperations {
  const kept = new Map(ours.map((text) => [hashOf(text), text]))
  const sent = new InMemoryLRUCache<string>(SENT)
  return {
    get: async (hash) => kept.get(hash) ?? sent.get(hash),
    set: async (hash, text) => (kept.has(hash) ? undefined : sent.set(hash, text)),
    delete: (hash) => sent.delete(hash),
  }
}

/** An operation's text, and its hash where it may be known by it from now on. */
interface Asked {
  readonly text: string
  readonly hash?: string
}

/**
 * What is asked over a socket, by the rules that the server has over HTTP. The protocol of sockets wants a text: it is
 * empty where there is a hash alone.
 * @throws GraphQLError `PERSISTED_QUERY_NOT_FOUND` where the hash is unknown: the caller sends the text with it then
 */
export async function askedFor(
  known: KnownOperations,
  { query: text, extensions }: Pick<SubscribePayload, 'query' | 'extensions'>,
): Promise<Asked> {
  const by = extensions?.['persistedQuery'] as { version?: unknown; sha256Hash?: unknown } | undefined
  if (!by) return { text }
  if (by.version !== 1) throw new GraphQLError('Unsupported persisted query version')
  const hash = String(by.sha256Hash)
  if (text && hash !== hashOf(text)) throw new GraphQLError('provided sha does not match query')
  const found = text || (await known.get(hash))
  if (found) return { text: found, hash }
  throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
