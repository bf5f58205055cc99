import { useEffect, useRef } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'

/** What the gallery shows; it stands in the address, so that a mail can be pointed at. */
export interface Choice {
  readonly template: string
  readonly variant: string
  readonly locale: string
  readonly width: 'desktop' | 'phone'
  readonly scheme: 'light' | 'dark'
}

/** The choice that the address holds, what is missing filled in, and how to change a part of it. */
export function useChoice(first: Pick<Choice, 'template' | 'locale'>) {
  const [params, setParams] = useSearchParams()
  const choice: Choice = {
    template: params.get('template') ?? first.template,
    variant: params.get('variant') ?? '',
    locale: params.get('locale') ?? first.locale,
    width: params.get('width') === 'phone' ? 'phone' : 'desktop',
    scheme: params.get('scheme') === 'dark' ? 'dark' : 'light',
  }
  // What was chosen a moment ago counts, though the address does not say it yet.
  const newest = useRef(choice)
  const { search } = useLocation()
  useEffect(() => {
    newest.current = choice
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the address says something else
  }, [search])
  const choose = (part: Partial<Choice>) => {
    newest.current = { ...newest.current, ...part }
    setParams({ ...newest.current }, { replace: true })
  }
  return { choice, choose }
}
