import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fieldOf, headersOf } from './auth-request.js'
import { mountSecondFactor } from './mount-second-factor.js'
import { personHappened } from './person-happened.js'
import { actorOf, sessionOf } from './session.js'
import { noteRefusedSignIn, type SignIn } from './sign-in.js'
import { transaction } from '../platform/transaction.js'

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
    part.post('/api/auth/sign-out', async (request, reply) => {
      await noteSignOut(signIn, request)
      return pass(request, reply)
    })
    part.post('/api/auth/sign-in/magic-link', pass)
    part.post('/api/auth/sign-in/email', async (request, reply) => {
      const response = await signIn.handle(asRequest(signIn, request))
      if (response.status === 401) noteRefusal(signIn, fieldOf(request, 'email'))
      return signedIn(reply, response)
    })
    part.post('/api/auth/magic-link/verify', (request, reply) => redeem(signIn, request, reply))
    mountSecondFactor(part, signIn)
  })
}

/** Not waited for: a known address must not answer later than an unknown one. */
function noteRefusal({ house }: SignIn, email: string | undefined): void {
  if (!email) return
  void noteRefusedSignIn(house, email).catch((err: unknown) =>
    house.log.error({ err }, 'a refused sign-in was not written down'),
  )
}

async function noteSignOut(signIn: SignIn, request: FastifyRequest): Promise<void> {
  const session = await sessionOf(signIn, headersOf(request))
  if (!session) return
  await transaction(signIn.house, actorOf(session), (tx) =>
    personHappened(tx, session.userId, 'person.signed-out', {}),
  )
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
  const token = fieldOf(request, 'token')
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
