import { linkSessionOf } from '../../wire/caller.js'

/** A used link is worth nothing any more; its beginning is enough to know it again. */
const key = (token: string): string => `waybill.followed.${token.slice(0, 12)}`

/** Remembers on this device which appointment a link has opened. */
export function noteFollowed(token: string, appointmentId: string): void {
  localStorage.setItem(key(token), appointmentId)
}

/** The appointment that a link has opened on this device before, as long as that lasts; else null. */
export function openedBy(token: string): string | null {
  const id = localStorage.getItem(key(token))
  if (id !== null && linkSessionOf(id) !== null) return id
  localStorage.removeItem(key(token))
  return null
}
