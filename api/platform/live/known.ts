/** Ids that somebody knows of, the newest so many of them. */
export interface Known {
  /** Knows it from now on, as the newest. */
  add(id: string): void
  has(id: string): boolean
  /** Knows it no more; says whether it was known. */
  drop(id: string): boolean
  /** Whether all that were ever added, and not dropped, are still known. */
  readonly isWhole: boolean
}

/** Opens a memory of at most so many ids, which forgets the oldest first. */
export function openKnown(most: number): Known {
  const ids = new Set<string>()
  let isWhole = true
  return {
    add: (id) => {
      ids.delete(id)
      ids.add(id)
      if (ids.size <= most) return
      const [oldest] = ids
      ids.delete(oldest!)
      isWhole = false
    },
    has: (id) => ids.has(id),
    drop: (id) => ids.delete(id),
    get isWhole() {
      return isWhole
    },
  }
}
