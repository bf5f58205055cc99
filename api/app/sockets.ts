import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Context, ServerOptions } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { Refusal } from '../lib/refusal.js'
import { type Connection, farewell, sameOrigin } from './connections.js'
import { type LiveParts, lookedOver, shownErrors } from './live-operation.js'

const MAX_MESSAGE_BYTES = 100_000
const MAX_SUBSCRIPTIONS = 100
/** Tells a client that its session has ended: sign in, then come back. */
const SIGN_IN_AGAIN = 4403

/** Tells a client that it is one of too many: it comes back by itself. */
const COME_BACK_LATER = 1013

interface Extra {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  /** There once the client has said hello; nothing runs before that. */
  connection?: Connection
}

type SocketContext = Context<Record<string, unknown>, Extra>

/** Serves `graphql-transport-ws` at `/graphql`, with the same rights and limits as HTTP. Returns how to end it. */
export function mountSockets(app: FastifyInstance, parts: LiveParts): () => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const disposable = useServer(serverOptions(parts), server)
  app.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://here').pathname !== '/graphql' || !sameOrigin(request))
      return socket.destroy()
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request))
  })
  return async () => {
    await disposable.dispose()
    server.close()
    await farewell(server.clients)
  }
}

function serverOptions(parts: LiveParts): ServerOptions<Record<string, unknown>, Extra> {
  const { house, whoAsks, connections } = parts
  return {
    connectionInitWaitTimeout: 5000,
    onConnect: async ({ extra, connectionParams }: SocketContext) => {
      const { socket } = extra
      const headers = socketHeaders(extra.request, connectionParams)
      const connection = connectionOf(extra, headers, await whoAsks(headers))
      if (socket.readyState !== socket.OPEN) return false
      if (!connections.take(connection)) {
        socket.close(COME_BACK_LATER, 'Too many connections: close some first')
        return false
      }
      extra.connection = connection
      socket.once('close', () => connections.drop(connection))
      return true
    },
    onSubscribe: ({ subscriptions, extra }: SocketContext, _id, payload) =>
      Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS
        ? [tooMany()]
        : lookedOver(parts, extra.connection!, payload),
    onError: ({ extra }: SocketContext, _id, _payload, errors) =>
      extra.socket.readyState === extra.socket.OPEN ? shownErrors(house, extra.connection!, errors) : UNHEARD,
    onNext: ({ extra }: SocketContext, _id, _payload, _args, result) => ({
      ...result,
      errors: result.errors && shownErrors(house, extra.connection!, result.errors),
    }),
  }
}

/** What a client that has gone is told: it hears nothing, and its going is no error of ours. */
const UNHEARD = [{ message: 'The client has gone.' }]

function connectionOf(
  { socket, request }: Extra,
  headers: Headers,
  viewer: Connection['viewer'],
): Connection {
  return {
    address: request.socket.remoteAddress ?? '',
    headers,
    viewer,
    get waiting() {
      return socket.bufferedAmount
    },
    signInAgain: () => socket.close(SIGN_IN_AGAIN, 'Sign in again'),
    cut: () => socket.terminate(),
  }
}

function tooMany(): GraphQLError {
  const message = `At most ${MAX_SUBSCRIPTIONS} operations at once on one socket: end some first.`
  return new GraphQLError(message, {
    originalError: new Refusal('TOO_COMPLEX', message),
  })
}

/** A browser's cookie comes with the upgrade; a client without cookies says its token when it connects. */
function socketHeaders(
  request: IncomingMessage,
  params: Readonly<Record<string, unknown>> | undefined,
): Headers {
  const headers = new Headers()
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  const given = params?.['Authorization'] ?? params?.['authorization'] ?? request.headers.authorization
  if (typeof given === 'string') headers.set('authorization', given)
  return headers
}
