import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ADDRESS_HEADER, type SignIn } from './sign-in.js'

const JSON_TYPE = 'application/json'
const BODY_LIMIT = 16_384
const ENDED = { code: 'LINK_ENDED', message: 'The link was used or has ended: ask for a fresh one.' }

/**
 * Mounts sign-in below /api/auth, in a part of the server of its own that leaves bodies as they come. Only the paths
 * named here exist. Writes take JSON alone, so that no foreign page can send one without asking first.
 */
export async function mountSignIn(app: FastifyInstance, signIn: SignIn): Promise<void> {
  await app.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    )
    part.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    part.addHook('preValidation', (request, reply) => fromOurPages(signIn, request, reply))
    const pass = async (request: FastifyRequest, reply: FastifyReply) =>
      answer(reply, await signIn.handle(asRequest(signIn, request)))
    part.get('/api/auth/get-session', pass)
    part.post('/api/auth/sign-out', pass)
    part.post('/api/auth/sign-in/magic-link', pass)
    part.post('/api/auth/sign-in/email', async (request, reply) =>
      signedIn(reply, await signIn.handle(asRequest(signIn, request))),
    )
    part.post('/api/auth/magic-link/verify', (request, reply) => redeem(signIn, request, reply))
  })
}

/** A write comes from a page of ours, or from no browser. */
async function fromOurPages(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.method !== 'POST') return undefined
  if (!isJson(request)) return reply.code(415).send({ message: 'Send application/json.' })
  if (!isOwnOrigin(signIn, request))
    return reply.code(403).send({ code: 'FORBIDDEN', message: 'Not from this origin.' })
  return undefined
}

/** A mailed link is redeemed by POST: what only opens links (a mail scanner, a preview) uses nothing up. */
async function redeem(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const token = tokenOf(request)
  if (!token) return reply.code(401).send(ENDED)
  const url = new URL(
    `/api/auth/magic-link/verify?${new URLSearchParams({ token })}`,
    signIn.config.publicUrl,
  )
  const response = await signIn.handle(new Request(url, { headers: headersOf(request) }))
  if (response.status === 200 || response.status === 429) return signedIn(reply, response)
  return reply.code(401).send(ENDED)
}

/** The session is the cookie; the library's answer, which repeats its token where scripts can read it, is not passed on. */
function signedIn(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  if (response.status !== 200) return answer(reply, response)
  return answer(reply, new Response(JSON.stringify({ status: true }), { headers: jsonHeaders(response) }))
}

function jsonHeaders(response: Response): Headers {
  const headers = new Headers({ 'content-type': JSON_TYPE })
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) reply.header('set-cookie', cookies)
  return reply.send(Buffer.from(await response.arrayBuffer()))
}

function asRequest(signIn: SignIn, request: FastifyRequest): Request {
  const body = request.method === 'POST' ? (request.body as Buffer | undefined) : undefined
  return new Request(new URL(request.url, signIn.config.publicUrl), {
    method: request.method,
    headers: headersOf(request),
    body: body?.length ? new Uint8Array(body) : null,
  })
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set(ADDRESS_HEADER, request.ip)
  return headers
}

function isJson(request: FastifyRequest): boolean {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === JSON_TYPE
}

function isOwnOrigin(signIn: SignIn, request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  return (
    origin === undefined ||
    origin === new URL(signIn.config.publicUrl).origin ||
    URL.parse(origin)?.host === host
  )
}

function tokenOf(request: FastifyRequest): string | undefined {
  try {
    const { token } = JSON.parse(String(request.body)) as { token?: unknown }
    return typeof token === 'string' && token.length < 200 ? token : undefined
  } catch {
    return undefined
  }
}
