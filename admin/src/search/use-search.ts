import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { SearchEverywhereDocument } from '../gen/documents.js'
import { usePlaces } from '../layout/places.js'
import { type FoundGroup, groupsOf, pagesNamed, SHORTEST, wantedOf } from './found.js'

/** How long somebody may pause while they type. */
const PAUSE_MS = 250

export interface Search {
  wanted: string
  groups: FoundGroup[]
  /** Whether what is shown is not yet what the text asks for. */
  waiting: boolean
  error: Error | null
  /** Asks at once, without waiting for a pause. */
  hurry: () => void
  again: () => void
}

/** What a text finds while it is typed: pages at once, the rest from the API after a pause. The last answer stays until the next. */
export function useSearch(text: string): Search {
  const wanted = wantedOf(text)
  const [asked, setAsked] = useSettled(wanted)
  const places = usePlaces()
  const translate = useTranslate()
  const asks = wanted.length >= SHORTEST
  const { data, error, isPlaceholderData, isFetching, refetch } = useAnswer(
    asked,
    places.map(({ to }) => to),
  )
  const pages = pagesNamed(
    wanted,
    places.map((place) => ({ to: place.to, title: translate(place.text) })),
  )
  const found = asks && data ? groupsOf(data) : []
  return {
    wanted,
    groups: pages.length ? [{ name: 'pages', found: pages }, ...found] : found,
    waiting: asks && (asked !== wanted || (isFetching && (!data || isPlaceholderData))),
    error: asks && asked === wanted && !isFetching ? error : null,
    hurry: () => setAsked(wanted),
    again: () => void refetch(),
  }
}

/** A text once nobody has changed it for a while. */
function useSettled(text: string) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return [settled, setSettled] as const
}

/** What a role has no page for is not asked for. */
function useAnswer(search: string, pages: readonly string[]) {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const variables = {
    search,
    outreach: pages.includes('/appointments'),
    customers: pages.includes('/organisations'),
  }
  return useQuery({
    queryKey: ['search', variables],
    queryFn: () => dataProvider.ask(SearchEverywhereDocument, variables),
    enabled: search.length >= SHORTEST,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
