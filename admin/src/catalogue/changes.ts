/** What became of one question or step between two versions, or of the head of a form. */
export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved'
  /** What people call it: its words in the later version, or in the earlier where it is gone. */
  name: string
  /** What of it is different; nothing where it only moved, or is new or gone. */
  details: { attribute: string; before: unknown; after: unknown }[]
}

/** Something with a key that stays over versions. */
interface Item {
  key: string
}

/** How items are named and compared. */
export interface Comparison<T extends Item> {
  nameOf: (item: T) => string
  attributes: readonly (keyof T & string)[]
}

/**
 * What changed from one list of items to another: by key, not by place. An item has moved where its order among
 * those that are in both lists is another.
 */
export function changesBetween<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  { nameOf, attributes }: Comparison<T>,
): Change[] {
  const old = new Map(before.map((item) => [item.key, item]))
  const now = new Set(after.map((item) => item.key))
  const stayed = before.filter((item) => now.has(item.key)).map((item) => item.key)
  const inOrder = longestInOrder(
    after.filter((item) => old.has(item.key)).map((item) => stayed.indexOf(item.key)),
  )
  const kept = new Set(inOrder.map((place) => stayed[place]))
  const here = after.flatMap((item): Change[] => {
    const earlier = old.get(item.key)
    if (!earlier) return [{ kind: 'added', name: nameOf(item), details: [] }]
    const details = differences(earlier, item, attributes)
    const moved: Change[] = kept.has(item.key) ? [] : [{ kind: 'moved', name: nameOf(item), details: [] }]
    return details.length ? [{ kind: 'changed', name: nameOf(item), details }, ...moved] : moved
  })
  const gone = before
    .filter((item) => !now.has(item.key))
    .map((item): Change => ({ kind: 'removed', name: nameOf(item), details: [] }))
  return [...here, ...gone]
}

/** The attributes in which two things differ, with both values. */
export function differences<T extends object>(
  before: T,
  after: T,
  attributes: readonly (keyof T & string)[],
): Change['details'] {
  return attributes
    .filter((attribute) => JSON.stringify(before[attribute]) !== JSON.stringify(after[attribute]))
    .map((attribute) => ({ attribute, before: before[attribute], after: after[attribute] }))
}

/** The longest run of rising numbers, not necessarily next to one another: what is not in it was moved. */
function longestInOrder(places: readonly number[]): number[] {
  const best: number[][] = []
  for (const place of places) {
    const before = best.filter((run) => run.at(-1)! < place)
    const longest = before.reduce<number[]>((most, run) => (run.length > most.length ? run : most), [])
    best.push([...longest, place])
  }
  return best.reduce((most, run) => (run.length > most.length ? run : most), [])
}
