/** One field of bad input: its path in the input, and what it must be. */
export interface FieldProblem {
  path: string
  message: string
}

interface WireError {
  message: string
  extensions?: { code?: string; fields?: FieldProblem[] } & Record<string, unknown>
}

/** What the API refused, with the published code and its parameters. The message is for people. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    message: string,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(message)
  }

  /** The problems of single fields; empty for every other refusal. */
  get fields(): FieldProblem[] {
    const fields = this.params['fields']
    return Array.isArray(fields) ? (fields as FieldProblem[]) : []
  }

  /** What the API says about one field, by the last part of its path or by any part of it. */
  at(key: string): string | undefined {
    const own = this.fields.filter((field) => field.path.split(/[.[\]]/).includes(key))
    return own.length > 0 ? own.map((field) => field.message).join(' ') : undefined
  }
}

/** The API did not answer: nothing is known about whether it did what was asked, so the same key is to be sent again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The first error of a GraphQL answer as a refusal. */
export function refusedBy(errors: readonly WireError[]): Refused {
  const [first] = errors
  const { code = 'INTERNAL_SERVER_ERROR', ...params } = first?.extensions ?? {}
  return new Refused(first?.message ?? 'The request was refused.', code, params)
}

/** Whether the session behind the request is over, so that only signing in again helps. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.code === 'NOT_SIGNED_IN'
}
