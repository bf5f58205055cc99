import type { SavedQuery, SortPayload } from 'react-admin'

/** What a list shows now, as far as a view keeps it. */
export interface Shown {
  filterValues: Record<string, unknown>
  sort: SortPayload
  perPage: number
}

/** How long a view's name may be, in characters. */
export const LONGEST_NAME = 60

/** A view by this name of what a list shows now. */
export function viewOf(name: string, { filterValues, sort, perPage }: Shown): SavedQuery {
  return { label: nameOf(name), value: { filter: filterValues, sort, perPage, displayedFilters: [] } }
}

/** Whether a view is what a list shows now; how much of it at once does not matter. */
export function isShown({ value }: SavedQuery, { filterValues, sort }: Shown): boolean {
  return sameText(value.filter, filterValues) && sameText(value.sort, sort)
}

/** The part of a page's address, behind the `?`, that opens a view at its first page. */
export function addressOf({ value: { filter, sort, perPage } }: SavedQuery): string {
  const asked = new URLSearchParams({ filter: JSON.stringify(filter ?? {}), page: '1' })
  if (sort) {
    asked.set('sort', sort.field)
    asked.set('order', sort.order)
  }
  if (perPage) asked.set('perPage', String(perPage))
  return asked.toString()
}

/** A name as it is kept: without spaces around it. */
export function nameOf(typed: string): string {
  return typed.trim().replaceAll(/\s+/g, ' ')
}

/** What is wrong with a name among these views, as a key below `views.problems`; `own` is the one it has now. */
export function nameProblem(typed: string, views: readonly SavedQuery[], own?: string): string | undefined {
  const name = nameOf(typed)
  if (!name) return 'empty'
  if (name.length > LONGEST_NAME) return 'long'
  const plain = (text: string) => text.toLocaleLowerCase()
  const others = views.filter(({ label }) => label !== own)
  return others.some(({ label }) => plain(label) === plain(name)) ? 'taken' : undefined
}

/** Whether two values say the same: the order in which an object names its fields, or a filter its choices, does not matter. */
function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(ordered(one))).sort()
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]).sort(byKey))
}

function byKey([one]: unknown[], [other]: unknown[]): number {
  return String(one) < String(other) ? -1 : 1
}
