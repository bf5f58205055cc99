import type { FastifyInstance } from 'fastify'
import { openConnections } from './connections.js'
import { mountEventStreams } from './event-streams.js'
import { documentReader } from './live-documents.js'
import type { LiveParts } from './live-operation.js'
import { mountSockets } from './sockets.js'

/** Serves subscriptions, over sockets and as event streams, to callers who have so many of both together. Returns how to end it. */
export function mountLive(
  app: FastifyInstance,
  parts: Omit<LiveParts, 'connections' | 'readDocument'>,
): () => Promise<void> {
  const connections = openConnections(parts.house, parts.whoAsks, parts.limits.sockets)
  const readDocument = documentReader(parts.house.config.mode)
  const all = { ...parts, connections, readDocument }
  const ends = [mountSockets(app, all), mountEventStreams(app, all)]
  return async () => {
    connections.stop()
    await Promise.all(ends.map((end) => end()))
  }
}
