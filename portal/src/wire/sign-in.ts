import { forgetSocket } from './socket.js'
import { forgetAnswers } from './use-read.js'
import { Refused, Unreachable } from './refused.js'

/** Signs in with e-mail and password; the session is a cookie. @throws Refused where they don't fit */
export async function signIn(email: string, password: string): Promise<void> {
  await send('sign-in/email', { email, password })
  startAnew()
}

/** Asks for a mail with a sign-in link. The answer is the same whether or not the address is known. */
export async function mailSignInLink(email: string, to: string): Promise<void> {
  await send('sign-in/magic-link', { email, callbackURL: `/portal${to}` })
}

/** Signs in with the token of a mailed link, which is used up by this. @throws Refused where the link has ended */
export async function redeemSignInLink(token: string): Promise<void> {
  await send('magic-link/verify', { token })
  startAnew()
}

/** Proves the second factor, by a code of the app or a backup code. @throws Refused where it does not fit */
export async function proveFactor(code: string): Promise<void> {
  await send('second-factor/prove', { code })
  startAnew()
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await send('sign-out', {})
  startAnew()
}

function startAnew(): void {
  forgetSocket(null)
  forgetAnswers()
}

async function send(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new Unreachable('Waybill did not answer. Check your connection and try again.', { cause })
  })
  if (response.ok) return
  const answer = (await response.json().catch(() => ({}))) as { message?: string; code?: string }
  const { message = `Sign-in was refused (${response.status}).`, code = 'FORBIDDEN', ...params } = answer
  throw new Refused(message, code, params)
}
