/** Things by a key that fade: each is forgotten some time after it was last said, in real time. */
export interface Fading<T> {
  say(key: string, value: T): void
  forget(key: string): void
  /** Those that have not faded. */
  readonly now: readonly (readonly [key: string, value: T])[]
}

/** Opens a place for things that fade after so many milliseconds. */
export function openFading<T>(ms: number): Fading<T> {
  const said = new Map<string, { value: T; until: number }>()
  return {
    say: (key, value) => void said.set(key, { value, until: performance.now() + ms }),
    forget: (key) => void said.delete(key),
    get now() {
      for (const [key, { until }] of said) if (until <= performance.now()) said.delete(key)
      return [...said].map(([key, { value }]) => [key, value] as const)
    },
  }
}

/** From so many keys on, those that are old are looked for. */
const MOST_KEYS = 10_000

/** Says yes at most once in so many milliseconds for each key, and forgets the keys in time. */
export function atMostEvery(ms: number): (key: string) => boolean {
  const last = new Map<string, number>()
  return (key) => {
    const now = performance.now()
    if (now - (last.get(key) ?? -Infinity) < ms) return false
    if (last.size >= MOST_KEYS) for (const [known, at] of last) if (now - at >= ms) last.delete(known)
    last.set(key, now)
    return true
  }
}

/**
 * A `null` at once, then what a generator gives, with a `null` whenever nothing came for so many milliseconds; ends when it
 * does. What is waited for is listened to once, however many beats pass: a race for each would keep something of each.
 */
export async function* withBeats<T>(of: AsyncGenerator<T>, ms: () => number): AsyncGenerator<T | null> {
  let asked = ask(of)
  yield null
  for (;;) {
    await asked.withinMs(ms())
    if (!asked.came) {
      yield null
      continue
    }
    const { done, value } = asked.came()
    if (done) return
    yield value
    asked = ask(of)
  }
}

/** What a generator was asked for, and a way to wait for it that may be given up and taken again. */
interface Asked<T> {
  /** There once it has come; throws where asking failed. */
  readonly came?: () => IteratorResult<T>
  /** Ends when it has come, or after so many milliseconds. */
  withinMs(ms: number): Promise<void>
}

function ask<T>(of: AsyncGenerator<T>): Asked<T> {
  let came: Asked<T>['came']
  let wake = () => {}
  const tell = (what: NonNullable<typeof came>) => {
    came = what
    wake()
  }
  of.next().then(
    (result) => tell(() => result),
    (error: unknown) =>
      tell(() => {
        throw error
      }),
  )
  return {
    get came() {
      return came
    },
    withinMs: (ms) =>
      new Promise<void>((resolve) => {
        if (came) return resolve()
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
