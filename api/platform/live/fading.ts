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

/** A `null` at once, then what a generator gives, with a `null` whenever nothing came for so many milliseconds; ends when it does. */
export async function* withBeats<T>(of: AsyncGenerator<T>, ms: () => number): AsyncGenerator<T | null> {
  const BEAT = Symbol('beat')
  let next = of.next()
  yield null
  for (;;) {
    let timer: NodeJS.Timeout | undefined
    const beat = new Promise<typeof BEAT>((resolve) => (timer = setTimeout(() => resolve(BEAT), ms())))
    const came = await Promise.race([next, beat]).finally(() => clearTimeout(timer))
    if (came === BEAT) {
      yield null
      continue
    }
    if (came.done) return
    yield came.value
    next = of.next()
  }
}
