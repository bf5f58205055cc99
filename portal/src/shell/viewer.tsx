import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { ViewerDocument, type ViewerQuery } from '../gen/operations.js'
import { navigate } from '../router/router.js'
import { onSessionOver } from '../wire/socket.js'
import { useRead } from '../wire/use-read.js'

export type Viewer = ViewerQuery['viewer']

interface Who {
  viewer: Viewer | undefined
  /** When our team answers; null where at all hours, and until it is known. */
  hours: ViewerQuery['answerHours']
  error: Error | undefined
  reload: () => Promise<void>
}

const Context = createContext<Who>({
  viewer: undefined,
  hours: null,
  error: undefined,
  reload: async () => {},
})

/** Asks once who is here. When a socket says that the session is over, leads to signing in and back. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const { data, error, reload } = useRead(ViewerDocument, {})
  useEffect(
    () =>
      onSessionOver((bearer) => {
        if (bearer !== null) return
        const { pathname } = window.location
        navigate(`/sign-in?over=1&to=${encodeURIComponent(pathname.replace(/^\/portal/, '') || '/')}`)
        void reload()
      }),
    [reload],
  )
  return (
    <Context value={{ viewer: data?.viewer, hours: data?.answerHours ?? null, error, reload }}>
      {children}
    </Context>
  )
}

/** Who is here; undefined until known. */
export function useWho(): Who {
  return useContext(Context)
}

/** Whether a contact is the viewer themselves. */
export function isSelf(viewer: Viewer | undefined, contactId: string | undefined): boolean {
  return (
    contactId !== undefined && (viewer?.memberships ?? []).some(({ contact }) => contact?.id === contactId)
  )
}

export type Organisation = NonNullable<Viewer['memberships'][number]['organisation']>

/** The channels whose campaigns the viewer looks after. */
export function channelsOf(viewer: Viewer | undefined): Organisation[] {
  return (viewer?.memberships ?? []).flatMap(({ organisation }) =>
    organisation?.kind === 'CHANNEL' ? [organisation] : [],
  )
}

/** The organisations of which the viewer is an owner. */
export function ownedBy(viewer: Viewer | undefined): Organisation[] {
  return (viewer?.memberships ?? []).flatMap(({ role, organisation }) =>
    role === 'OWNER' && organisation ? [organisation] : [],
  )
}

/** The organisations the viewer may buy for: a channel sells, and for an agency's client the agency buys. */
export function buyersOf(viewer: Viewer | undefined): Organisation[] {
  return (viewer?.memberships ?? []).flatMap(({ organisation }) =>
    organisation && organisation.kind !== 'CHANNEL' && !organisation.hasAgency ? [organisation] : [],
  )
}
