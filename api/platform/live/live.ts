import type { Log } from '../log.js'
import { type Keep, listen } from './listen.js'

/** That something happened, and where: a hint. What happened stands in the log, and readers read it there. */
export interface Hint {
  readonly eventId: string
  readonly type: string
  readonly streamId: string
  readonly sequence: string
  readonly aggregateId: string
  readonly data: Record<string, unknown>
}

/** Something that is kept nowhere: who listens hears it, and it is gone. */
export interface Passing {
  /** Whom it concerns: those who listen to this topic. */
  readonly topic: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Live {
  publish(hint: Hint): void
  /**
   * Hints from now on that pass the filter, until the signal. With `latest` several that wait become one: for readers
   * of a state; with a key, those of one key: for readers of many states. A slow reader behind whom more than a number
   * waits is cut: what it reads ends, and its client, whose subscription is complete then, begins anew.
   */
  listen(wants: (hint: Hint) => boolean, signal: AbortSignal, keep: Keep<Hint>): AsyncGenerator<Hint>
  /** Tells whoever listens to a topic now; nobody else ever hears of it. */
  pass(passing: Passing): void
  /** What is passed on a topic from now on, until the signal. A slow reader is cut as above. */
  hear(topic: string, signal: AbortSignal): AsyncGenerator<Passing>
  /** How many listen to hints now. */
  readonly listeners: number
}

const HINT = 'hint'
const PASSING = 'passing'

/** Live hints and what is passed on, over an event target, which is heard once for all who listen here. */
export function openLive(target: EventTarget, log: Log): Live {
  const readers = new Set<(hint: Hint) => void>()
  const hearers = new Set<(passing: Passing) => void>()
  target.addEventListener(HINT, (event) => {
    const hint = (event as CustomEvent<Hint>).detail
    for (const read of readers) read(hint)
  })
  target.addEventListener(PASSING, (event) => {
    const passing = (event as CustomEvent<Passing>).detail
    for (const hear of hearers) hear(passing)
  })
  const cut = (about: string) => () => log.warn({ about }, 'a live reader was too slow and was cut')
  return {
    publish: (hint) => {
      target.dispatchEvent(new CustomEvent(HINT, { detail: hint }))
    },
    pass: (passing) => {
      target.dispatchEvent(new CustomEvent(PASSING, { detail: passing }))
    },
    listen: (wants, signal, keep) => listen(readers, { wants, keep, cut: cut('hints') }, signal),
    hear: (topic, signal) =>
      listen(hearers, { wants: (one) => one.topic === topic, keep: 'all', cut: cut(topic) }, signal),
    get listeners() {
      return readers.size
    },
  }
}

/**
 * What a subscription's `subscribe` gives: a generator that ends when the client does. A plain generator would only
 * notice at its next event, since its `return` waits for the `next` under way.
 */
export function untilClosed<T>(start: (signal: AbortSignal) => AsyncGenerator<T>): AsyncIterableIterator<T> {
  const end = new AbortController()
  const generator = start(end.signal)
  return {
    next: () => generator.next(),
    return: () => {
      end.abort()
      return generator.return(undefined)
    },
    throw: (error) => {
      end.abort()
      return generator.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
