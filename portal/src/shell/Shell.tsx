import { useState, type ReactNode } from 'react'
import { Link, navigate, usePlace } from '../router/router.js'
import { Button } from '../ui/Button.js'
import { signOut } from '../wire/sign-in.js'
import { apiKeyWords } from '../words/api-keys.js'
import { common } from '../words/common.js'
import { concernWords } from '../words/concern.js'
import { payoutWords } from '../words/payouts.js'
import { termsPage } from '../words/terms.js'
import { preferenceWords } from '../words/preferences.js'
import { Bell } from './Bell.js'
import { buyersOf, channelsOf, ownedBy, useWho, type Viewer } from './viewer.js'
import { Wordmark } from './Wordmark.js'

const LINKS = [
  { to: '/campaigns', label: common.nav.campaigns, owns: /^\/(campaigns|disputes)/ },
  { to: '/', label: common.nav.orders, owns: /^\/(orders.*|reorder.*)?$/ },
  { to: '/catalogue', label: common.nav.catalogue, owns: /^\/catalogue/ },
  { to: '/cart', label: common.nav.cart, owns: /^\/(cart|pay(?!outs))/ },
  { to: '/packages', label: common.nav.packages, owns: /^\/packages/ },
  { to: '/payouts', label: payoutWords.nav, owns: /^\/payouts/ },
  { to: '/people', label: common.nav.people, owns: /^\/people/ },
  { to: '/api-keys', label: apiKeyWords.nav, owns: /^\/api-keys/ },
]

/** What stands around every page: the name, where to go, who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { viewer } = useWho()
  const { path } = usePlace()
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={toContent}>
        {common.skip}
      </button>
      <header className="bar">
        <div className="bar-inner">
          <Link to="/" className="wordmark">
            <Wordmark />
          </Link>
          {viewer?.user ? <Nav path={path} shown={pagesOf(viewer)} /> : <span className="nav" />}
          {viewer?.user && <Who viewer={viewer} />}
        </div>
      </header>
      {children}
      <footer className="foot">
        <div className="foot-inner">
          <span>{common.foot}</span>
          <span className="row">
            {viewer?.user && ownedBy(viewer).length > 0 && channelsOf(viewer).length === 0 && (
              <Link to="/api-keys">{apiKeyWords.nav}</Link>
            )}
            {viewer?.user && isServed(viewer) && <Link to="/concern">{concernWords.nav}</Link>}
            {viewer?.user && <Link to="/preferences">{preferenceWords.nav}</Link>}
            <Link to="/terms">{termsPage.nav}</Link>
          </span>
        </div>
      </footer>
    </div>
  )
}

/** A link to `#main` would take the place of a mailed link's token in the address. */
function toContent(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus()
}

/** Whether something may be done for the viewer: they belong to somebody who buys, or for whom is bought. */
function isServed({ memberships }: Viewer): boolean {
  return memberships.some(({ organisation }) => organisation && organisation.kind !== 'CHANNEL')
}

/** Whoever may buy sees where to, a channel what it sells; owners see their people, and a channel's owners their keys. */
function pagesOf(viewer: Viewer): string[] {
  const buys = buyersOf(viewer).length > 0
  const sells = channelsOf(viewer).length > 0
  const owns = ownedBy(viewer).length > 0
  return [
    ...(sells ? ['/campaigns', '/packages', '/payouts'] : []),
    ...(buys || !sells ? ['/'] : []),
    ...(buys ? ['/catalogue', '/cart'] : []),
    ...(owns ? ['/people'] : []),
    ...(owns && sells ? ['/api-keys'] : []),
  ]
}

function Nav({ path, shown }: { path: string; shown: readonly string[] }) {
  return (
    <nav className="nav" aria-label={common.nav.label}>
      {LINKS.filter(({ to }) => shown.includes(to)).map(({ to, label, owns }) => (
        <Link key={to} to={to} aria-current={owns.test(path) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

function Who({ viewer }: { viewer: Viewer }) {
  const { reload } = useWho()
  const [busy, setBusy] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    await signOut().finally(() => setBusy(false))
    await reload()
    navigate('/sign-in')
  }
  return (
    <div className="who">
      {viewer.user && <Bell userId={viewer.user.id} unread={viewer.unreadNotifications ?? 0} />}
      <div className="who-name">
        {viewer.user?.name}
        <span>{viewer.memberships[0]?.organisation?.name ?? viewer.user?.email}</span>
      </div>
      <Button kind="plain" busy={busy} onClick={() => void leave()}>
        {common.signOut}
      </Button>
    </div>
  )
}
