import { createContext, useContext, type ReactNode } from 'react'

const Caller = createContext<string | null>(null)

/** Everything below speaks as the holder of this link's session instead of the signed-in user. */
export function CallerScope({ bearer, children }: { bearer: string | null; children: ReactNode }) {
  return <Caller value={bearer}>{children}</Caller>
}

/** The link session's token, or null where the cookie speaks. */
export function useBearer(): string | null {
  return useContext(Caller)
}

const key = (documentId: string): string => `waybill.link.${documentId}`

interface KeptSession {
  token: string
  expiresAt: string
}

/** Keeps a link's session for its document, until it ends, so that the recipient can come back for seven days. */
export function keepLinkSession(documentId: string, session: KeptSession): void {
  localStorage.setItem(
    key(documentId),
    JSON.stringify({ token: session.token, expiresAt: session.expiresAt }),
  )
}

/** The kept session's token for a document, or null where there is none or it has ended. */
export function linkSessionOf(documentId: string): string | null {
  const text = localStorage.getItem(key(documentId))
  if (!text) return null
  const kept = JSON.parse(text) as KeptSession
  if (Date.parse(kept.expiresAt) > Date.now()) return kept.token
  forgetLinkSession(documentId)
  return null
}

/** Forgets a document's session, once the API says it has ended. */
export function forgetLinkSession(documentId: string): void {
  localStorage.removeItem(key(documentId))
}
