import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { ExecutionResult, Sink } from 'graphql-ws'
import { keepListening } from '../../admin/src/live/keep-listening.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** One subscription that is listened to, on a socket that only notes what it is asked for. */
function listening() {
  const sinks: Sink<ExecutionResult<string>>[] = []
  const told: string[] = []
  const stop = keepListening<string>({
    subscribe: (sink) => {
      sinks.push(sink)
      return () => sink.complete() // as the real one does
    },
    onNext: (data) => told.push(data),
    onAgain: () => told.push('read again'),
  })
  return { sinks, told, stop, newest: () => sinks.at(-1)! }
}

test('what the API cuts is listened to again, and what was missed is read again', () => {
  const { told, sinks, newest } = listening()
  newest().next({ data: 'a' })
  newest().complete()
  expect(told).toEqual(['a'])
  jest.advanceTimersByTime(500)
  newest().next({ data: 'b' })
  expect(sinks).toHaveLength(2)
  expect(told).toEqual(['a', 'read again', 'b'])
})

test('what is refused is tried less and less often, up to once a minute', () => {
  const { sinks, newest } = listening()
  for (let tries = 0; tries < 10; tries += 1) {
    const [before, since] = [sinks.length, Date.now()]
    newest().error(new Error('refused'))
    while (sinks.length === before) jest.advanceTimersByTime(10)
    const longest = Math.min(500 * 2 ** tries, 60_000)
    expect(Date.now() - since).toBeGreaterThanOrEqual(longest / 2)
    expect(Date.now() - since).toBeLessThanOrEqual(longest + 10)
  }
})

test('nothing is listened to again once the page is left', () => {
  const { sinks, newest, stop } = listening()
  stop()
  const other = listening()
  other.newest().complete()
  other.stop()
  newest().complete()
  jest.advanceTimersByTime(120_000)
  expect([sinks.length, other.sinks.length]).toEqual([1, 1])
})
