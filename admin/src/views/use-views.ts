import {
  extractValidSavedQueries,
  type SavedQuery,
  useGetIdentity,
  useListContext,
  useSavedQueries,
} from 'react-admin'
import { isShown, nameOf, nameProblem, viewOf } from './view.js'
import { placeOf } from './keeping-store.js'

export interface Views {
  views: readonly SavedQuery[]
  /** The one that the list shows now. */
  open: SavedQuery | undefined
  /** What is wrong with a name, as a key of the messages; `own` is the one it has now. */
  problemOf: (name: string, own?: string) => string | undefined
  /** Keeps what the list shows now. */
  save: (name: string) => void
  rename: (own: string, name: string) => void
  remove: (name: string) => void
}

/** The views of this list that whoever is signed in has saved in this browser; undefined until it is known who that is. */
export function useViews(): Views | undefined {
  const { identity } = useGetIdentity()
  const { resource, filterValues, sort, perPage } = useListContext()
  const [kept, keep] = useSavedQueries(placeOf(String(identity?.id), resource))
  if (!identity) return undefined
  const views = extractValidSavedQueries(kept)
  const shown = { filterValues, sort, perPage }
  return {
    views,
    open: views.find((view) => isShown(view, shown)),
    problemOf: (name, own) => {
      const problem = nameProblem(name, views, own)
      return problem && `views.problems.${problem}`
    },
    save: (name) => keep([...views, viewOf(name, shown)]),
    rename: (own, name) =>
      keep(views.map((view) => (view.label === own ? { ...view, label: nameOf(name) } : view))),
    remove: (name) => keep(views.filter(({ label }) => label !== name)),
  }
}
