import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Viewer } from '../lib/viewer.js'
import type { Ctx, House } from '../platform/context.js'
import { publicError } from './error-edge.js'
import { withinLimits } from './limits.js'
import { schema } from './schema.js'

/** What no question of a person's comes near; beyond it not even parsed. */
const MAX_TOKENS = 10_000

/** Who a request comes from, by its headers. */
export type WhoAsks = (headers: Headers) => Promise<Viewer>

/** The context of one caller. */
export function callerCtx(house: House, viewer: Viewer, address: string): Ctx {
  return { house, viewer, address, run: house.database.read }
}

/**
 * Mounts GraphQL over HTTP at `/graphql`, and in the sandbox an explorer for browsers that works without any network.
 */
export async function mountGraphql(app: FastifyInstance, house: House, whoAsks: WhoAsks): Promise<void> {
  const sandbox = house.config.mode === 'sandbox'
  const apollo = new ApolloServer<Ctx>({
    schema: schema({ sandbox }),
    introspection: sandbox,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !sandbox,
    validationRules: [withinLimits],
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, thrown) => publicError(house.log, formatted, thrown),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it would wrap every single field of every answer
    ],
    stopOnTerminationSignals: false,
  })
  await apollo.start()
  const handle = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) =>
      callerCtx(house, await whoAsks(headersOf(request)), request.ip),
  })
  const explorer = sandbox ? explorerHandler() : undefined
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: (request, reply) => {
      const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
      return wantsPage && explorer ? explorer(request, reply) : handle.call(app, request, reply)
    },
  })
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
