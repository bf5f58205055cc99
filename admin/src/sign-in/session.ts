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

/** Ends the session. */
export async function signOut(): Promise<void> {
  await post('sign-out', {})
}

async function post(path: string, body: unknown): Promise<SignInAnswer> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return { ok: true }
  const answer = await response.json().catch(() => ({}))
  return { ok: false, message: answer.message }
}
