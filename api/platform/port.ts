/** What a lower room needs from above: declared below, bound once at start by the app. */
export interface Port<T> {
  /** Binds it; only the app does this, once. */
  bind(implementation: T): void
  /** What was bound; throws where the app forgot. */
  readonly bound: T
}

/** Declares a port. */
export function port<T>(name: string): Port<T> {
  let implementation: { value: T } | undefined
  return {
    bind: (value) => {
      implementation = { value }
    },
    get bound() {
      if (!implementation) throw new Error(`The port ${name} was never bound`)
      return implementation.value
    },
  }
}
