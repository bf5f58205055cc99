import { useEffect, type ReactNode } from 'react'
import { navigate, usePlace } from '../router/router.js'
import { Bones, Failure } from '../ui/Failure.js'
import { Page } from '../ui/Page.js'
import { common } from '../words/common.js'
import { useWho, type Viewer } from './viewer.js'

/** Shows its page to somebody who is signed in; leads everybody else to signing in, and back here after. */
export function SignedIn({ children }: { children: (viewer: Viewer) => ReactNode }) {
  const { viewer, error, reload } = useWho()
  const { path, search } = usePlace()
  const query = search.toString()
  const away = viewer !== undefined && !viewer.user
  useEffect(() => {
    if (away)
      navigate(`/sign-in?to=${encodeURIComponent(query ? `${path}?${query}` : path)}`, { replace: true })
  }, [away, path, query])
  if (viewer?.user) return children(viewer)
  return (
    <Page title={common.name}>
      {error ? <Failure error={error} onRetry={() => void reload()} /> : <Bones />}
    </Page>
  )
}
