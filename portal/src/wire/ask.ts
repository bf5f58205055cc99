import type { TypedDocumentString } from '../gen/operations.js'
import { refusedBy, Unreachable } from './refused.js'

const ENDPOINT = '/graphql'
/** An answer that has not come by then comes no more, in milliseconds: whoever waits for it may ask again. */
const PATIENCE_MS = 60_000

/**
 * Sends one operation and gives its data. With a bearer the caller is a link's holder, else whoever the cookie says.
 * @throws Refused for what the API refused, Unreachable where no answer came
 */
export async function ask<Answer, Variables>(
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  bearer?: string | null,
): Promise<Answer> {
  const answer = await post(JSON.stringify({ query: operation.toString(), variables }), bearer)
  if (answer.errors?.length) throw refusedBy(answer.errors)
  return answer.data as Answer
}

interface Answer {
  data?: unknown
  errors?: Parameters<typeof refusedBy>[0]
}

async function post(body: string, bearer?: string | null): Promise<Answer> {
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      // A link's holder is that and nothing more, also in a browser where somebody is signed in.
      credentials: bearer ? 'omit' : 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return (await response.json()) as Answer
  } catch (cause) {
    throw new Unreachable('Waybill did not answer. Check your connection and try again.', { cause })
  }
}

/** A fresh idempotency key: one per intent, kept for its retries. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
