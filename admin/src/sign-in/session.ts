/** The sign-in REST of the API; the session itself is a cookie that no script sees. */
export interface SignInAnswer {
  ok: boolean
  message?: string
}

/** Signs in with a password. */
export async function signInByPassword(email: string, password: string): Promise<SignInAnswer> {
  return post('sign-in/email', { email, password })
}

/** Mails a link that signs in; it leads back to the back office. */
export async function mailSignInLink(email: string): Promise<SignInAnswer> {
  return post('sign-in/magic-link', { email, callbackURL: `${location.origin}/admin/` })
}

/** A step of the second factor, by its path. */
export type FactorStep = 'set-up' | 'confirm' | 'prove' | 'backup-codes' | 'remove'

/** What a step gave: a secret to set up, backup codes to keep, or why it was refused. */
export interface FactorAnswer extends SignInAnswer {
  code?: string
  retryAfter?: number
  secret?: string
  uri?: string
  backupCodes?: string[]
}

/** Takes a step of the second factor; throws where no answer came. */
export async function factorStep(step: FactorStep, code?: string): Promise<FactorAnswer> {
  const response = await send(`second-factor/${step}`, { code })
  return { ok: response.ok, ...(await response.json().catch(() => ({}))) }
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await post('sign-out', {})
}

async function post(path: string, body: unknown): Promise<SignInAnswer> {
  const response = await send(path, body)
  if (response.ok) return { ok: true }
  const answer = await response.json().catch(() => ({}))
  return { ok: false, message: answer.message }
}

function send(path: string, body: unknown): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
