import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { Client, Sink } from 'graphql-ws'
import { keepSubscribed } from '../../portal/src/wire/keep-subscribed.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** A socket on which subscriptions are only noted, and one subscription held on it. */
function held(isFinal: (error: unknown) => boolean = () => false) {
  const sinks: Sink[] = []
  const told: string[] = []
  const client = {
    subscribe: (_payload: unknown, sink: Sink) => {
      sinks.push(sink)
      return () => {
        told.push('ended')
        sink.complete() // as the real one does
      }
    },
  } as unknown as Client
  const stop = keepSubscribed({
    client,
    payload: { query: 'subscription { x }' },
    onNext: ({ data }) => told.push(`next ${String(data)}`),
    onAgain: () => told.push('again'),
    onStanding: (stands) => told.push(stands ? 'stands' : 'gone'),
    isFinal,
  })
  return { sinks, told, stop, newest: () => sinks.at(-1)! }
}

test('what the API completes is subscribed again, and read again since something was missed', () => {
  const { told, sinks, newest } = held()
  newest().next({ data: 'a' })
  newest().complete()
  expect(told).toEqual(['stands', 'next a', 'gone'])
  jest.advanceTimersByTime(500)
  newest().next({ data: 'b' })
  expect(sinks).toHaveLength(2)
  expect(told.slice(3)).toEqual(['stands', 'again', 'next b'])
})

test('each wait is longer than the one before, up to a minute; after a minute of standing they begin anew', () => {
  const { sinks, newest } = held()
  const waits = Array.from({ length: 10 }, () => {
    const [before, since] = [sinks.length, Date.now()]
    newest().error(new Error('refused'))
    while (sinks.length === before) jest.advanceTimersByTime(10)
    return Date.now() - since
  })
  for (const [tries, wait] of waits.entries()) {
    const longest = Math.min(500 * 2 ** tries, 60_000)
    expect(wait).toBeGreaterThanOrEqual(longest / 2)
    expect(wait).toBeLessThanOrEqual(longest + 10)
  }
  jest.advanceTimersByTime(60_000)
  newest().complete()
  jest.advanceTimersByTime(500)
  expect(sinks).toHaveLength(12)
})

test('nothing is subscribed again once its component is gone, or where it ended for good', () => {
  const left = held()
  left.newest().complete()
  left.stop()
  const stayed = held()
  stayed.stop()
  const over = held((error) => error === 4403)
  over.newest().error(4403)
  jest.advanceTimersByTime(120_000)
  for (const { sinks } of [left, stayed, over]) expect(sinks).toHaveLength(1)
  expect(over.told).toEqual(['stands', 'gone'])
})
