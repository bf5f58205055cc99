import type { FastifyInstance } from 'fastify'
import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { mayEndRights, rightsLost } from '../accounts/rights-lost.js'
import { Refusal } from '../lib/refusal.js'
import type { Viewer } from '../lib/viewer.js'
import type { Ctx, House } from '../platform/context.js'
import { type CallerLimits, IN_VAIN, nameOf } from './caller-limits.js'
import { publicError } from './error-edge.js'
import { callerCtx, type WhoAsks } from './graphql-server.js'
import { askedFor, type KnownOperations } from './known-operations.js'
import { costOf } from './limits.js'
import { MAX_TOKENS, readsSchema, rulesFor } from './schema-readers.js'
import { schema } from './schema.js'

const MAX_MESSAGE_BYTES = 100_000
const MAX_BUFFERED_BYTES = 4_000_000
const MAX_SUBSCRIPTIONS = 100
const CHECK_MS = 4000
const FAREWELL_MS = 2000
/** Tells a client that its session has ended: sign in, then come back. */
const SIGN_IN_AGAIN = 4403

/** Tells a client that it is one of too many: it comes back by itself. */
const COME_BACK_LATER = 1013

interface Extra {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  viewer?: Viewer
  headers?: Headers
}

/** Serves `graphql-transport-ws` at `/graphql`, with the same rights and limits as HTTP. Returns how to end it. */
export function mountSockets(
  app: FastifyInstance,
  house: House,
  whoAsks: WhoAsks,
  limits: CallerLimits,
  known: KnownOperations,
): () => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const open = new Set<Extra>()
  const disposable = useServer(serverOptions(house, whoAsks, limits, known, open), server)
  app.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://here').pathname !== '/graphql' || !sameOrigin(request))
      return socket.destroy()
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request))
  })
  const watch = setInterval(() => void watchSockets(open, whoAsks, house), CHECK_MS)
  const end = new AbortController()
  void heedLostRights(open, whoAsks, house, end.signal)
  return async () => {
    clearInterval(watch)
    end.abort()
    await disposable.dispose()
    server.close()
    await farewell(server)
  }
}

/** Clients that don't answer the goodbye in time are cut off: a stop waits for nobody's line. */
async function farewell(server: WebSocketServer): Promise<void> {
  const end = performance.now() + FAREWELL_MS
  while (server.clients.size > 0 && performance.now() < end) await pause(20)
  for (const client of server.clients) client.terminate()
}

type Connection = Context<Record<string, unknown>, Extra>

function serverOptions(
  house: House,
  whoAsks: WhoAsks,
  limits: CallerLimits,
  known: KnownOperations,
  open: Set<Extra>,
): ServerOptions<Record<string, unknown>, Extra> {
  return {
    connectionInitWaitTimeout: 5000,
    onConnect: async ({ extra, connectionParams }: Connection) => {
      extra.headers = socketHeaders(extra.request, connectionParams)
      extra.viewer = await whoAsks(extra.headers)
      const name = callerName(extra)
      if ([...open].filter((other) => callerName(other) === name).length >= limits.sockets) {
        extra.socket.close(COME_BACK_LATER, 'Too many sockets: close some first')
        return false
      }
      open.add(extra)
      extra.socket.once('close', () => open.delete(extra))
      return true
    },
    onSubscribe: ({ subscriptions, extra }: Connection, _id, payload) =>
      Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS
        ? [tooMany()]
        : lookedOver(house, limits, known, extra, payload),
    // A client that has gone cannot be told anything, and its going is no error of ours.
    onError: ({ extra }, _id, _payload, errors) =>
      extra.socket.readyState === extra.socket.OPEN ? shown(house, extra, errors) : [],
    onNext: ({ extra }: Connection, _id, _payload, _args, result) => ({
      ...result,
      errors: result.errors && shown(house, extra, result.errors),
    }),
  }
}

/** Errors as a socket's caller may see them. */
function shown(
  house: House,
  { viewer }: Extra,
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
): GraphQLFormattedError[] {
  const reads = viewer !== undefined && readsSchema(house, viewer)
  return errors.map((e) => publicError(house.log, e instanceof GraphQLError ? e.toJSON() : e, e, reads))
}

/** The operation ready to run, or what is wrong with it: read and judged by the same rules as over HTTP. */
async function lookedOver(
  house: House,
  limits: CallerLimits,
  known: KnownOperations,
  extra: Extra,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const of = schema({ sandbox: house.config.mode === 'sandbox' })
  const { operationName, variables: variableValues } = payload
  const contextValue = socketCtx(house, extra)
  let operation: OperationDefinitionNode | undefined | null
  try {
    const { text, hash } = await askedFor(known, payload)
    const document = parse(text, { maxTokens: MAX_TOKENS })
    const wrong = validate(of, document, [...specifiedRules, ...rulesFor(readsSchema(house, extra.viewer!))])
    if (wrong.length) return wrong
    operation = getOperationAST(document, operationName)
    if (operation) await limits.take(contextValue, costOf(of, document, operation))
    if (hash) await known.set(hash, text)
    return { schema: of, document, operationName, variableValues, contextValue }
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  } finally {
    if (!operation) await limits.fine(contextValue, IN_VAIN)
  }
}

/** By whose account a socket's caller asks. */
function callerName({ viewer, request }: Extra): string {
  return nameOf({ viewer: viewer!, address: request.socket.remoteAddress ?? '' })
}

function tooMany(): GraphQLError {
  const message = `At most ${MAX_SUBSCRIPTIONS} operations at once on one socket: end some first.`
  return new GraphQLError(message, {
    originalError: new Refusal('TOO_COMPLEX', message),
  })
}

/** The context of one socket: its viewer is looked up again from time to time, and every event is read for who they are now. */
function socketCtx(house: House, extra: Extra): Ctx {
  const address = extra.request.socket.remoteAddress ?? ''
  return Object.defineProperty<Ctx>(callerCtx(house, extra.viewer!, address), 'viewer', {
    get: () => extra.viewer!,
  })
}

/** Ends sockets whose session is over and readers that don't keep up; refreshes what the others may see. */
async function watchSockets(open: ReadonlySet<Extra>, whoAsks: WhoAsks, house: House): Promise<void> {
  for (const extra of open) {
    if (extra.socket.bufferedAmount > MAX_BUFFERED_BYTES) extra.socket.terminate() // a full line carries no farewell
    if (!extra.viewer || extra.viewer.kind === 'anonymous') continue
    try {
      const viewer = await whoAsks(extra.headers!)
      if (viewer.kind === 'anonymous' || viewer.id !== extra.viewer.id)
        extra.socket.close(SIGN_IN_AGAIN, 'Sign in again')
      else extra.viewer = viewer
    } catch (error) {
      house.log.warn({ err: error }, 'a session could not be looked up')
    }
  }
}

/** Who loses a right hears nothing more by it from that moment on, and is looked up again at once. */
async function heedLostRights(
  open: ReadonlySet<Extra>,
  whoAsks: WhoAsks,
  house: House,
  signal: AbortSignal,
): Promise<void> {
  for await (const hint of house.live.listen(mayEndRights, signal, 'all')) {
    const concerned = new Set<Extra>()
    for (const extra of open) {
      const left = extra.viewer && rightsLost(extra.viewer, hint)
      if (!left) continue
      extra.viewer = left
      concerned.add(extra)
    }
    void watchSockets(concerned, whoAsks, house)
  }
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

/** A page of another site may open a socket with our cookie: browsers say where it came from. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return !origin || URL.parse(origin)?.host === host
}
