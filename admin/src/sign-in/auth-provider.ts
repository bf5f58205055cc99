import type { AuthProvider } from 'react-admin'
import { dataProvider } from '../data/data-provider.js'
import { ViewerDocument, type ViewerQuery } from '../gen/documents.js'
import { closeSocket } from '../live/socket.js'
import { signOut } from './session.js'

export type Viewer = ViewerQuery['viewer']

let known: Promise<Viewer> | undefined

/** Who is signed in, asked once per session. */
export function readViewer(): Promise<Viewer> {
  known ??= dataProvider.ask(ViewerDocument, {}).then((answer) => answer.viewer)
  known.catch(() => (known = undefined))
  return known
}

/** Who is signed in may have changed: the next question asks anew. */
export function forgetViewer(): void {
  known = undefined
}

/** Why somebody is not let in; without a reason nothing is said. */
class Denied extends Error {
  constructor(reason: string | undefined) {
    super(reason)
    if (!reason) Object.assign(this, { message: false })
  }
}

/**
 * Only staff may enter; whoever else is signed in is told so, shown the way to the portal, and stays signed in there.
 */
export const authProvider: AuthProvider = {
  login: async () => {
    forgetViewer()
    const viewer = await readViewer()
    if (viewer.kind !== 'STAFF') throw new Error('signIn.notStaff')
  },
  logout: async () => {
    const viewer = await known?.catch(() => undefined)
    known = undefined
    closeSocket()
    if (viewer?.kind === 'STAFF') await signOut().catch(() => undefined)
  },
  checkAuth: async () => {
    const viewer = await readViewer()
    if (viewer.kind !== 'STAFF') throw new Denied(viewer.kind === 'ANONYMOUS' ? undefined : 'signIn.notStaff')
  },
  checkError: async (error: { status?: number }) => {
    if (error.status !== 401) return
    known = undefined
    throw new Denied('signIn.ended')
  },
  getIdentity: async () => {
    const { user } = await readViewer()
    return { id: user?.id ?? '', fullName: user?.name ?? '' }
  },
  getPermissions: async () => (await readViewer()).staffRoles,
}
