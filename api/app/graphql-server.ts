import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { PrefixingKeyValueCache } from '@apollo/utils.keyvaluecache'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Viewer } from '../lib/viewer.js'
import type { Ctx, House } from '../platform/context.js'
import { type CallerLimits, callersPay } from './caller-limits.js'
import { publicError } from './error-edge.js'
import type { KnownOperations } from './known-operations.js'
import { MAX_TOKENS, readsSchema, rulesFor } from './schema-readers.js'
import { schema } from './schema.js'

/** Who a request comes from, by its headers. */
export type WhoAsks = (headers: Headers) => Promise<Viewer>

/** The context of one caller. */
export function callerCtx(house: House, viewer: Viewer, address: string): Ctx {
  return { house, viewer, address, run: house.database.read }
}

/**
 * Mounts GraphQL over HTTP at `/graphql`, and for browsers of those who may read the schema an explorer that works
 * without any network.
 */
export async function mountGraphql(
  app: FastifyInstance,
  house: House,
  whoAsks: WhoAsks,
  limits: CallerLimits,
  known: KnownOperations,
): Promise<void> {
  const readers = await startedServer(app, house, limits, known, true)
  const others = await startedServer(app, house, limits, known, false)
  const explorer = explorerHandler()
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: async (request, reply) => {
      const asking = whoAsks(headersOf(request))
      // Who cannot be looked up is answered by the server, as any failure of ours.
      const reads = await asking.then(
        (viewer) => readsSchema(house, viewer),
        () => false,
      )
      const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
      if (wantsPage && reads) return explorer(request, reply)
      const context = async () => {
        const ctx = callerCtx(house, await asking, request.ip)
        await limits.take(ctx, 0) // who has nothing left is not even read
        return ctx
      }
      return fastifyApolloHandler(reads ? readers : others, { context }).call(app, request, reply)
    },
  })
}

/** One server for those who may read the schema, one for the others: each keeps the operations that it has looked over. */
async function startedServer(
  app: FastifyInstance,
  house: House,
  limits: CallerLimits,
  known: KnownOperations,
  reads: boolean,
): Promise<ApolloServer<Ctx>> {
  const apollo = new ApolloServer<Ctx>({
    schema: schema({ sandbox: house.config.mode === 'sandbox' }),
    introspection: true, // the rules say for whom
    includeStacktraceInErrorResponses: false,
    // Nothing but operations is kept there, so their hashes need no prefix.
    persistedQueries: {
      cache: PrefixingKeyValueCache.cacheDangerouslyDoesNotNeedPrefixesForIsolation(known),
    },
    validationRules: rulesFor(reads),
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, thrown) => publicError(house.log, formatted, thrown, reads),
    plugins: [
      fastifyApolloDrainPlugin(app),
      callersPay(limits),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it would wrap every single field of every answer
    ],
    stopOnTerminationSignals: false,
  })
  await apollo.start()
  return apollo
}

/** Sends the explorer's page, made when it is first asked for. */
function explorerHandler(): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  let made: ReturnType<typeof explorerPage> | undefined
  return async (request, reply) => {
    const { page, etag } = await (made ??= explorerPage())
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-security-policy': EXPLORER_POLICY,
      etag,
    }
    return reply.headers(headers).send(page)
  }
}

/** A Fastify request's headers as the web's standard object. */
export function headersOf(request: Pick<FastifyRequest, 'headers'>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

const EXPLORER_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; worker-src blob:; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:"

/** What stands in the explorer when it is opened: it needs no sign-in. */
const FIRST_QUESTION = `# Sign in at /portal/ or /admin/ first to see more: the explorer uses the same session.
# Three things to try: orders, viewer, and subscription orderActivity.

{
  viewer { kind user { name } }
  services {
    nodes { name flow price { formatted } form { title } }
  }
}
`

/** The explorer is one page of 9 MB: rendered and packed once, when somebody first asks for it. */
async function explorerPage(): Promise<{ page: Buffer; etag: string }> {
  const html = renderGraphiQL({
    endpoint: '/graphql',
    title: 'Waybill API',
    subscriptionsProtocol: 'WS',
    defaultQuery: FIRST_QUESTION,
  })
  const page = await promisify(gzip)(html)
  return { page, etag: `"${createHash('sha1').update(page).digest('base64url')}"` }
}
