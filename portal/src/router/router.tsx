import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react'

const BASE = '/portal'
const MOVED = 'waybill:moved'

/** Where the browser is, below /portal. The fragment is left out on purpose: it may hold a link's token. */
export interface Place {
  path: string
  search: URLSearchParams
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange)
  window.addEventListener(MOVED, onChange)
  return () => {
    window.removeEventListener('popstate', onChange)
    window.removeEventListener(MOVED, onChange)
  }
}

const here = (): string => `${window.location.pathname}${window.location.search}`

/** The present place; the component renders again when it changes. */
export function usePlace(): Place {
  const [path = '/', query = ''] = useSyncExternalStore(subscribe, here).split('?')
  const below = path.startsWith(BASE) ? path.slice(BASE.length) : path
  return { path: below.replace(/\/+$/, '') || '/', search: new URLSearchParams(query) }
}

/** Goes to a page of the portal, as `/orders/ord_…`; `replace` leaves no step to go back to. */
export function navigate(to: string, { replace = false } = {}): void {
  const url = `${BASE}${to}`
  if (replace) window.history.replaceState(null, '', url)
  else window.history.pushState(null, '', url)
  window.dispatchEvent(new Event(MOVED))
  if (!replace) window.scrollTo(0, 0)
}

/** The named parts of a path, or null where it is another page: `match('/orders/:id', '/orders/ord_1')`. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/')
  const have = path.split('/')
  if (want.length !== have.length) return null
  const found: Record<string, string> = {}
  for (const [index, part] of want.entries()) {
    const given = have[index] ?? ''
    if (part.startsWith(':')) found[part.slice(1)] = decodeURIComponent(given)
    else if (part !== given) return null
  }
  return found
}

/** A page of ours to come back to after signing in; anything that is not one becomes the home page. */
export function safeReturn(to: string | null): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/'
}

function subscribeFragment(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

/** What an e-mail's link carries after `#name=`. A fragment is never sent to a server, so no log has it. */
export function useFragment(name: string): string | null {
  const fragment = useSyncExternalStore(subscribeFragment, () => window.location.hash)
  return new URLSearchParams(fragment.slice(1)).get(name)
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }

/** A link to a page of the portal; opens in a new tab where the reader asks for one. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a {...rest} href={`${BASE}${to}`} onClick={follow}>
      {children}
    </a>
  )
}
