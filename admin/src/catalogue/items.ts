/** Something in a list that a person puts in order; `uid` names it on the page, whatever becomes of its key. */
export interface Item {
  uid: string
  key: string
}

let next = 1

/** A name for an item on this page. */
export function newUid(): string {
  return `item-${next++}`
}

/** The list with one item changed. */
export function changed<T extends Item>(items: readonly T[], uid: string, change: Partial<T>): T[] {
  return items.map((item) => (item.uid === uid ? { ...item, ...change } : item))
}

/** The list with one item so many places further down, or up; at an end it stays. */
export function moved<T extends Item>(items: readonly T[], uid: string, by: -1 | 1): T[] {
  const from = items.findIndex((item) => item.uid === uid)
  const to = from + by
  if (from < 0 || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]!)
}

/** A key made of words: `What is the business called?` is `whatIsTheBusinessCalled`; numbered where it is taken. */
export function keyFor(words: string, taken: readonly string[], fallback: string): string {
  const plain =
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  const camel = plain
    .slice(0, 6)
    .map((word, i) =>
      i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .replace(/^\d+/, '')
  const lowered = camel.charAt(0).toLowerCase() + camel.slice(1)
  const stem = (lowered || fallback).slice(0, 36)
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}${number}`
    if (!taken.includes(key)) return key
  }
}

/** The lines of a text without empty ones and edges. */
export function linesOf(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
