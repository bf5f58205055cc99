import type { FastifyInstance } from 'fastify'
import { openConnections } from './connections.js'
import { mountEventStreams } from './event-streams.js'
import type { LiveParts } from './live-operation.js'
import { mountSockets } from './sockets.js'

/** Serves subscriptions, over sockets and as event streams, to callers who have so many of both together. Returns how to end it. */
export function mountLive(app: FastifyInstance, parts: Omit<LiveParts, 'connections'>): () => Promise<void> {
  const connections = openConnections(parts.house, parts.whoAsks, parts.limits.sockets)
  const ends = [mountSockets, mountEventStreams].map((mount) => mount(app, { ...parts, connections }))
  return async () => {
    connections.stop()
    await Promise.all(ends.map((end) => end()))
  }
}
