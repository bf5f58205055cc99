import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Books } from './books.js'
import { Refused } from './errors.js'
import { readForm } from './form-body.js'
import { route } from './routes.js'
import type { Webhooks } from './webhooks.js'

/**
 * What goes wrong with one request: the line breaks before it was heard, or after it was done; the answer never comes;
 * a fault before or after the effect, kept under the key as Stripe keeps it; or it is turned away.
 */
export type Fault = 'LOST' | 'REPLY_LOST' | 'HANGS' | 'FAULT' | 'FAULT_AFTER' | 'BUSY' | 'TOO_MANY'

/** What was answered under an idempotency key, and to what. */
export interface Kept {
  readonly endpoint: string
  readonly parameters: string
  answer?: { status: number; body: string }
}

/** What a request is answered from. */
export interface Shop {
  readonly books: Books
  readonly webhooks: Webhooks
  readonly faults: { request: RegExp; fault: Fault }[]
  readonly heard: string[]
  readonly keys: Map<string, Kept>
  readonly secretKey: string
}

/** Answers one request, or fails to as it was told. */
export async function serve(shop: Shop, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request)
  const url = new URL(request.url ?? '/', 'http://here')
  const endpoint = `${request.method} ${url.pathname}`
  const index = shop.faults.findIndex((one) => one.request.test(endpoint))
  const fault = index < 0 ? undefined : shop.faults.splice(index, 1)[0]!.fault
  if (fault === 'LOST') return void request.socket.destroy()
  shop.heard.push(endpoint)
  if (request.headers.authorization !== `Bearer ${shop.secretKey}`)
    return reply(response, 401, { error: { type: 'invalid_request_error', message: 'Invalid API Key.' } })
  if (fault === 'BUSY')
    return reply(response, 409, {
      error: {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: 'There is another request under this key.',
      },
    })
  if (fault === 'TOO_MANY')
    return reply(response, 429, {
      error: { type: 'rate_limit_error', code: 'rate_limit', message: 'Too many.' },
    })
  const key = request.headers['idempotency-key']
  const answer = answerOf(shop, {
    endpoint,
    url,
    body,
    key: typeof key === 'string' ? key : undefined,
    fault,
  })
  if (fault === 'REPLY_LOST') return void request.socket.destroy()
  if (fault === 'HANGS') return
  reply(response, answer.status, answer.body, answer.headers)
}

interface Asked {
  readonly endpoint: string
  readonly url: URL
  readonly body: string
  readonly key: string | undefined
  readonly fault: Fault | undefined
}

interface Answer {
  readonly status: number
  readonly body: object | string
  readonly headers?: Record<string, string>
}

/** Under a key that was used, what was answered then: to the same request alone. */
function answerOf(shop: Shop, asked: Asked): Answer {
  const { endpoint, body, key, fault } = asked
  const kept = key ? shop.keys.get(key) : undefined
  if (kept) {
    const only = kept.endpoint === endpoint ? 'with the same parameters' : 'for the same endpoint'
    if (kept.endpoint !== endpoint || kept.parameters !== body)
      return {
        status: 400,
        body: {
          error: {
            type: 'idempotency_error',
            message: `Keys for idempotent requests can only be used ${only} they were first used.`,
          },
        },
      }
    return { ...kept.answer!, headers: { 'idempotent-replayed': 'true' } }
  }
  const done = fault === 'FAULT' ? FAULT : doIt(shop, asked)
  const answer = fault === 'FAULT_AFTER' ? FAULT : done
  if (key)
    shop.keys.set(key, {
      endpoint,
      parameters: body,
      answer: { status: answer.status, body: JSON.stringify(answer.body) },
    })
  return answer
}

const FAULT: Answer = {
  status: 500,
  body: { error: { type: 'api_error', message: 'Something went wrong here.' } },
}

function doIt(shop: Shop, { endpoint, url, body, key }: Asked): Answer {
  try {
    const tell = (type: string, object: object) => shop.webhooks.tell(type, object, key ?? null)
    return { status: 200, body: route(shop.books, endpoint, url.searchParams, readForm(body), tell) }
  } catch (error) {
    if (error instanceof Refused) return { status: error.status, body: { error: error.body } }
    throw error
  }
}

function reply(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
