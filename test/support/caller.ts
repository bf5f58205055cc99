import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'

export interface GraphqlError {
  message: string
  path?: (string | number)[]
  extensions: { code: string } & Record<string, unknown>
}

/** What was asked for, in the shape of the question. */
export type Answer = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- tests read what they asked for

/** Somebody who uses the API, over HTTP and sockets, as a partner's front end would. */
export interface Caller {
  /** The answer; throws where there is an error. */
  ask<T = Answer>(document: string, variables?: Record<string, unknown>): Promise<T>
  /** The first error's extensions; throws where there is none. */
  refused(document: string, variables?: Record<string, unknown>): Promise<GraphqlError['extensions']>
  /** The whole answer. */
  raw(
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{ status: number; data?: Record<string, unknown> | null; errors?: GraphqlError[] }>
  /** What a subscription gives, as it comes; end it with `stop`. */
  follow<T = Answer>(document: string, variables?: Record<string, unknown>): Following<T>
  readonly headers: Record<string, string>
}

export interface Following<T> {
  readonly seen: T[]
  /** Waits until what was seen satisfies, and gives it; throws after some seconds. */
  until(enough: (seen: T[]) => boolean, ms?: number): Promise<T[]>
  /** The code with which the socket was closed, once it was. */
  readonly closed: Promise<number>
  stop(): Promise<void>
}

/** What came of a call: the code of its refusal, or `done`. */
export function codeOf({ errors }: { readonly errors?: readonly GraphqlError[] }): string {
  return errors?.[0]?.extensions.code ?? 'done'
}

/** Signs in by password, as the demo world's people do. */
export async function signedIn(address: string, email: string, password = DEMO_PASSWORD): Promise<Caller> {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  })
  if (response.status !== 200)
    throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  return callerWith(address, { cookie })
}

/** A caller without a session, or with a link session's token. */
export function anonymousCaller(address: string, token?: string): Caller {
  return callerWith(address, token ? { authorization: `Bearer ${token}` } : {})
}

/** A caller who shows these headers, wherever they were got. */
export function callerWith(address: string, headers: Record<string, string>): Caller {
  const raw: Caller['raw'] = async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as object) }
  }
  return {
    headers,
    raw,
    async ask<T>(document: string, variables?: Record<string, unknown>) {
      const { data, errors } = await raw(document, variables)
      if (errors?.length) throw new Error(errors.map((e) => `${e.extensions.code}: ${e.message}`).join('\n'))
      return data as T
    },
    async refused(document, variables) {
      const { data, errors } = await raw(document, variables)
      if (!errors?.length) throw new Error(`This was not refused: ${JSON.stringify(data)}`)
      return errors[0]!.extensions
    },
    follow: (document, variables) => follow(address, headers, document, variables),
  }
}

function follow<T>(
  address: string,
  headers: Record<string, string>,
  query: string,
  variables?: Record<string, unknown>,
): Following<T> {
  const seen: T[] = []
  let failure: unknown
  let told: (code: number) => void = () => {}
  const closed = new Promise<number>((resolve) => (told = resolve))
  class WithHeaders extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers })
    }
  }
  const client = createClient({
    url: `${address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    connectionParams: headers['authorization'] ? { Authorization: headers['authorization'] } : undefined,
    retryAttempts: 0,
    on: { closed: (event) => told((event as { code: number }).code) },
  })
  const end = client.subscribe<T>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors?.length) failure = new Error(JSON.stringify(errors))
        if (data) seen.push(data)
      },
      error: (error) => (failure = error),
      complete: () => undefined,
    },
  )
  return {
    seen,
    closed,
    async until(enough, ms = 30_000) {
      const last = performance.now() + ms
      while (!enough(seen)) {
        if (failure) throw failure instanceof Error ? failure : new Error(JSON.stringify(failure))
        if (performance.now() > last) throw new Error(`Not seen in ${ms} ms; seen: ${JSON.stringify(seen)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return seen
    },
    async stop() {
      end()
      await client.dispose()
    },
  }
}
