import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { fieldOf, headersOf } from './auth-request.js'
import {
  beginSecondFactor,
  type Checked,
  confirmSecondFactor,
  proveSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
} from './second-factor.js'
import { actorOf, type Session, sessionOf } from './session.js'
import type { SignIn } from './sign-in.js'

type Step = (tx: Tx, session: Session, code: string) => Promise<object>

const STATUS: Partial<Record<string, number>> = { NOT_SIGNED_IN: 401, FORBIDDEN: 403, RATE_LIMITED: 429 }

/**
 * The steps of a second factor, below /api/auth/second-factor: each by POST, by the session's cookie, with a `code`
 * where one is wanted. They are open to a session that has still to prove itself; nothing else is.
 */
export function mountSecondFactor(part: FastifyInstance, signIn: SignIn): void {
  const step = (name: string, work: Step) =>
    part.post(`/api/auth/second-factor/${name}`, (request, reply) => take(signIn, work, request, reply))
  step('set-up', (tx, session) => beginSecondFactor(tx, session))
  step('confirm', confirmSecondFactor)
  step('prove', proveSecondFactor)
  step('backup-codes', renewBackupCodes)
  step('remove', removeSecondFactor)
}

async function take(
  signIn: SignIn,
  work: Step,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const session = await sessionOf(signIn, headersOf(request))
  try {
    if (!session) throw new Refusal('NOT_SIGNED_IN')
    const code = fieldOf(request, 'code') ?? ''
    const done = await transaction(signIn.house, actorOf(session), (tx) => work(tx, session, code))
    // A wrong code was counted, and that is committed: only now it is refused.
    if (isRefused(done)) throw done.refusal
    return await reply.send({ status: true, ...done })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return reply
      .code(STATUS[error.code] ?? 400)
      .send({ code: error.code, message: error.message, ...error.params })
  }
}

function isRefused(done: object): done is Extract<Checked, { ok: false }> {
  return 'refusal' in done
}
