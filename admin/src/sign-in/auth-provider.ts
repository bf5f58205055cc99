import type { AuthProvider } from 'react-admin'
import { dataProvider } from '../data/data-provider.js'
import { ViewerDocument, type ViewerQuery } from '../gen/documents.js'
import { closeSocket } from '../live/socket.js'
import { signInByPassword, signOut } from './session.js'

export type Viewer = ViewerQuery['viewer']

let known: Promise<Viewer> | undefined

/** Who is signed in, asked once per session. */
export function readViewer(): Promise<Viewer> {
  known ??= dataProvider.ask(ViewerDocument, {}).then((answer) => answer.viewer)
  known.catch(() => (known = undefined))
  return known
}

/** Only staff may enter; whoever else is signed in is told so and shown the way to the portal. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    const answer = await signInByPassword(email, password)
    if (!answer.ok) throw new Error(answer.message ?? 'signIn.refused')
    known = undefined
    const viewer = await readViewer()
    if (viewer.kind !== 'STAFF') throw new Error('signIn.notStaff')
  },
  logout: async () => {
    known = undefined
    closeSocket()
    await signOut().catch(() => undefined)
  },
  checkAuth: async () => {
    const viewer = await readViewer()
    if (viewer.kind !== 'STAFF') throw { message: viewer.kind === 'ANONYMOUS' ? false : 'signIn.notStaff' }
  },
  checkError: async (error: { status?: number }) => {
    if (error.status !== 401) return
    known = undefined
    throw { message: 'signIn.ended' }
  },
  getIdentity: async () => {
    const { user } = await readViewer()
    return { id: user?.id ?? '', fullName: user?.name ?? '' }
  },
  getPermissions: async () => (await readViewer()).staffRoles,
}
