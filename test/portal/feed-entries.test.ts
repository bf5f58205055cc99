import { describe, expect, test } from '@jest/globals'
import {
  type FeedPage,
  type Held,
  withEntries,
  withNewest,
  withOlder,
} from '../../portal/src/pages/order/feed-entries.js'

type Entry = Held['entries'][number]

/** Entries by their numbers, each read by nobody unless told. */
function entries(...numbers: number[]): Entry[] {
  return numbers.map((number) => ({ sequence: String(number), what: 'order.placed' }) as Entry)
}
function page(numbers: number[], more: string | null = null): FeedPage {
  return { nodes: entries(...numbers), pageInfo: { hasNextPage: more !== null, endCursor: more } }
}
const numbersOf = ({ entries: held }: Held): number[] => held.map(({ sequence }) => Number(sequence))
const empty: Held = { entries: [], cursor: null }

describe('the entries of a feed that a page holds', () => {
  test('are newest first and each once, however replay and reading overlap', () => {
    const both = withEntries(entries(5, 4, 3), entries(7, 6, 5, 10))
    expect(both.map(({ sequence }) => sequence)).toEqual(['10', '7', '6', '5', '4', '3'])
  })

  test('know the newest of what was read twice: who has read it meanwhile', () => {
    const again = [{ ...entries(4)[0]!, what: 'message.posted' }] as Entry[]
    expect(withEntries(entries(5, 4), again).map(({ what }) => what)).toEqual([
      'order.placed',
      'message.posted',
    ])
  })

  test('go on from where they end, and nothing comes before the first', () => {
    const first = withNewest(empty, page([9, 8, 7], 'c7'))
    expect(first.cursor).toBe('c7')
    const all = withOlder(first, page([6, 5], null))
    expect([numbersOf(all), all.cursor]).toEqual([[9, 8, 7, 6, 5], null])
    // Read again, the newest page says that there is more before it: that is known already.
    const again = withNewest(all, page([10, 9, 8], 'c8'))
    expect([numbersOf(again), again.cursor]).toEqual([[10, 9, 8, 7, 6, 5], null])
  })

  test('are replaced where the newest page does not reach them, so that there is no gap', () => {
    const long = withNewest(withNewest(empty, page([3, 2, 1])), page([60, 59, 58], 'c58'))
    expect([numbersOf(long), long.cursor]).toEqual([[60, 59, 58], 'c58'])
  })
})
