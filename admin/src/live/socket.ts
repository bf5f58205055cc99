import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { createClient, type ExecutionResult, type Sink } from 'graphql-ws'
import { textOf } from '../data/client.js'
import { hashOf } from '../data/hash-of.js'

type Listener = () => void

let up: boolean | undefined
const listeners = new Set<Listener>()

/**
 * The one socket to the API. It connects with the first subscription and comes back by itself for as long as a page
 * listens; subscriptions are sent again then, each from where it stood.
 */
const socket = createClient({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** retries, 10_000))),
  keepAlive: 12_000,
  on: {
    connected: () => tell(true),
    closed: () => tell(false),
  },
})

/**
 * Starts a subscription by the hash of its text; the text follows where the API does not know it, as while another
 * version takes over. The answer ends it.
 */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  sink: Sink<ExecutionResult<Data>>,
): () => void {
  const query = textOf(document)
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } }
  const error = (refused: unknown) => {
    if (isUnknown(refused)) end = socket.subscribe({ query, variables, extensions }, sink)
    else sink.error(refused)
  }
  let end = socket.subscribe({ query: '', variables, extensions }, { ...sink, error })
  return () => end()
}

function isUnknown(refused: unknown): boolean {
  const [first] = Array.isArray(refused) ? (refused as { extensions?: { code?: unknown } }[]) : []
  return first?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND'
}

/** Closes the socket, as on signing out. */
export function closeSocket(): void {
  socket.terminate()
}

/** For `useSyncExternalStore`: hears of every change between up and down. */
export function onSocketChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the socket is up; undefined before it was ever asked for. */
export function socketIsUp(): boolean | undefined {
  return up
}

function tell(now: boolean): void {
  if (up === now) return
  up = now
  for (const listener of listeners) listener()
}
