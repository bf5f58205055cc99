import { localStorageStore, type Store } from 'react-admin'

const KEPT = 'views.'

/** Where a person's views of a list are kept, by the name that the library's saved queries go by. */
export function placeOf(userId: string, resource: string): string {
  return `${KEPT}${userId}.${resource}`
}

/**
 * The library's store in the browser. Signing out empties it, but for saved views: they are kept for each person, and
 * whoever signs in next is shown their own.
 */
export function keepingStore(store: Store = localStorageStore()): Store {
  return {
    ...store,
    reset: () => {
      const keys = Object.keys(store.listItems?.() ?? {})
      for (const key of keys) if (!key.startsWith(KEPT)) store.removeItem(key)
    },
  }
}
