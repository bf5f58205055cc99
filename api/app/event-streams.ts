import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  subscribe,
} from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '../lib/refusal.js'
import { withBeats } from '../platform/live/fading.js'
import { type Connection, farewell, FAREWELL_MS, sameOrigin } from './connections.js'
import { headersOf } from './graphql-server.js'
import { type LiveParts, lookedOver, shownErrors } from './live-operation.js'

/** How often a quiet stream says that it is there, in milliseconds: proxies end lines on which nothing comes. */
const BEAT_MS = 12_000
const COME_BACK_SECONDS = 10

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no', // nginx would gather what should go at once
}

/** What an event stream gives. */
type Results = AsyncGenerator<ExecutionResult, void, void>
/** A result whose errors are as its caller may see them. */
type Shown = Omit<ExecutionResult, 'errors'> & { errors?: readonly GraphQLFormattedError[] }

/** An open stream, and how it is ended: told goodbye, or cut. */
interface Stream {
  readonly end: AbortController
  terminate(): void
}

/**
 * Serves subscriptions as server-sent events at `/graphql/stream`, one for each request, for clients behind proxies that
 * block sockets; rights and limits are those of sockets. The protocol is graphql-sse's, "distinct connections". Its
 * package is not used here: it gathers what a slow reader does not fetch, and here the next is read when the last has
 * gone out. Returns how to end it.
 */
export function mountEventStreams(app: FastifyInstance, parts: LiveParts): () => Promise<void> {
  const open = new Set<Stream>()
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: async (request, reply) => {
      if (!sameOrigin(request)) return refused(reply, 403, 'Pages of other sites open no streams here.')
      const asked = askedIn(request)
      if (!asked)
        return refused(reply, 400, 'A stream takes { query, variables, operationName, extensions }.')
      const headers = headersOf(request)
      const stream = { end: new AbortController(), terminate: () => reply.raw.destroy() }
      const connection = connectionOf(request, reply, stream, headers, await parts.whoAsks(headers))
      if (!parts.connections.take(connection)) {
        reply.header('retry-after', COME_BACK_SECONDS)
        return refused(reply, 429, 'Too many connections: close some first.')
      }
      open.add(stream)
      whenClosed(reply, () => {
        parts.connections.drop(connection)
        open.delete(stream)
        stream.end.abort()
      })
      const results = endedBy(stream.end.signal, await resultsOf(parts, connection, asked))
      const frames = framesOf(parts, connection, results, stream.end.signal)
      return reply.headers(HEADERS).send(Readable.from(frames))
    },
  })
  return async () => {
    for (const { end } of open) end.abort()
    await farewell(open)
  }
}

/** At once where the client has left already. */
function whenClosed({ raw }: FastifyReply, closed: () => void): void {
  if (raw.destroyed) closed()
  else raw.once('close', closed)
}

/** The same results, which a signal ends, though nobody may have begun to read them. */
function endedBy(signal: AbortSignal, results: Results): Results {
  const end = () => void results.return()
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return results
}

/** Ended with a refusal, a stream tells it; ended without one it just stops, and the client comes back as after a break. */
async function* framesOf(
  { house }: LiveParts,
  connection: Connection,
  results: Results,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const next = ({ errors, ...result }: ExecutionResult) =>
    frame('next', errors ? { ...result, errors: shownErrors(house, connection, errors) } : result)
  try {
    for await (const result of withBeats(results, () => BEAT_MS)) yield result ? next(result) : BEAT
    signal.throwIfAborted()
  } catch (error) {
    if (signal.aborted && !(error instanceof Refusal)) return
    yield next({ errors: [toGraphqlError(error)] })
  }
  yield frame('complete')
}

/** A comment, which clients pass over. */
const BEAT = ':\n\n'

function frame(event: 'next' | 'complete', data?: Shown): string {
  return `event: ${event}\ndata: ${data ? JSON.stringify(data) : ''}\n\n`
}

/** What the subscription gives; what is wrong with it comes on the stream, too, as the protocol wants it. */
async function resultsOf(
  parts: LiveParts,
  connection: Connection,
  asked: SubscribePayload,
): Promise<Results> {
  const ready = await lookedOver(parts, connection, asked)
  if (!('schema' in ready)) return one({ errors: ready })
  if (!isSubscription(ready)) return one({ errors: [new GraphQLError(SUBSCRIPTIONS_ALONE)] })
  const results = await subscribe(ready)
  return Symbol.asyncIterator in results ? results : one(results)
}

const SUBSCRIPTIONS_ALONE =
  'A stream takes subscriptions alone: send queries and mutations to /graphql as JSON.'

function isSubscription({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === 'subscription'
}

async function* one(result: ExecutionResult): Results {
  yield result
}

function connectionOf(
  request: FastifyRequest,
  reply: FastifyReply,
  stream: Stream,
  headers: Headers,
  viewer: Connection['viewer'],
): Connection {
  return {
    address: request.ip,
    headers,
    viewer,
    get waiting() {
      return reply.raw.writableLength
    },
    signInAgain: () => {
      stream.end.abort(new Refusal('NOT_SIGNED_IN'))
      // Who does not read is not told, and goes all the same.
      const late = setTimeout(() => stream.terminate(), FAREWELL_MS)
      whenClosed(reply, () => clearTimeout(late))
    },
    cut: () => stream.terminate(),
  }
}

/** An object; in an address, where everything is text, written as JSON. */
const anObject = z.preprocess(
  (given) => (typeof given === 'string' ? parsed(given) : given),
  z.record(z.string(), z.unknown()).nullish(),
)
const operation = z.object({
  query: z.string().default(''),
  operationName: z.string().nullish(),
  variables: anObject,
  extensions: anObject,
})

/** What is asked for in the body, or by GET, as browsers' `EventSource` does, in the address; undefined where it makes no sense. */
function askedIn({ method, query, body }: FastifyRequest): SubscribePayload | undefined {
  return operation.safeParse(method === 'GET' ? query : body).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function refused(reply: FastifyReply, status: 400 | 403 | 429, message: string): FastifyReply {
  const code = status === 429 ? 'RATE_LIMITED' : 'BAD_REQUEST'
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] })
}

function toGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const cause = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(cause.message, { originalError: cause })
}
