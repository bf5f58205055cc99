import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Message, REFUSED, RefusedHere, rfc2822 } from './messages.js'

/**
 * What goes wrong with one request: the line breaks before it was heard or after it was done; a fault of theirs before
 * or after the effect; it is turned away.
 */
export type Fault = 'LOST' | 'REPLY_LOST' | 'FAULT' | 'FAULT_AFTER' | 'TOO_MANY' | 'SUSPENDED'

/** What a request is answered from. */
export interface Exchange {
  readonly accountSid: string
  readonly authToken: string
  readonly messages: Map<string, Message>
  readonly optOuts: Set<string>
  readonly faults: { request: RegExp; fault: Fault }[]
  readonly heard: string[]
  readonly callbacks: Map<string, string>
  readonly newSid: () => string
  /** A message was taken: it goes its course. */
  taken(message: Message): void
}

/** Answers one request, or fails to as it was told. */
export async function serve(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(await bodyOf(request))
  const url = new URL(request.url ?? '/', 'http://here')
  const endpoint = `${request.method} ${url.pathname}`
  const index = exchange.faults.findIndex((one) => one.request.test(endpoint))
  const fault = index < 0 ? undefined : exchange.faults.splice(index, 1)[0]!.fault
  if (fault === 'LOST') return void request.socket.destroy()
  exchange.heard.push(endpoint)
  const { accountSid, authToken } = exchange
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  if (request.headers.authorization !== basic)
    return refuse(response, new RefusedHere(401, 20_003, 'Authenticate'))
  if (fault === 'TOO_MANY') return refuse(response, new RefusedHere(429, 20_429, 'Too Many Requests'))
  if (fault === 'SUSPENDED') return refuse(response, new RefusedHere(403, 30_002, 'Account suspended'))
  if (fault === 'FAULT') return reply(response, 503, '<html>Service Unavailable</html>')
  try {
    const answer = route(exchange, endpoint, url, form)
    if (fault === 'REPLY_LOST') return void request.socket.destroy()
    if (fault === 'FAULT_AFTER') return reply(response, 502, '')
    reply(response, request.method === 'POST' ? 201 : 200, answer)
  } catch (error) {
    if (!(error instanceof RefusedHere)) throw error
    refuse(response, error)
  }
}

function route(exchange: Exchange, endpoint: string, url: URL, form: URLSearchParams): object {
  const base = `/2010-04-01/Accounts/${exchange.accountSid}/Messages`
  if (endpoint === `POST ${base}.json`) return create(exchange, form)
  if (endpoint === `GET ${base}.json`) return list(exchange, url)
  const sid = /\/Messages\/(SM\w+)\.json$/.exec(url.pathname)?.[1] ?? ''
  const message = exchange.messages.get(sid)
  if (!message || !endpoint.startsWith('GET '))
    throw new RefusedHere(404, 20_404, `${url.pathname} was not found`)
  return message
}

/** `POST …/Messages.json`. */
function create(exchange: Exchange, form: URLSearchParams): Message {
  const [to, body] = [form.get('To') ?? '', form.get('Body') ?? '']
  const [from, service] = [form.get('From'), form.get('MessagingServiceSid')]
  if (!from && !service) throw new RefusedHere(400, 21_603, "A 'From' phone number is required.")
  if (!body) throw new RefusedHere(400, 21_602, 'Message body is required.')
  if (body.length > 1600)
    throw new RefusedHere(400, 21_617, 'The concatenated message body exceeds the 1600 character limit')
  const validity = Number(form.get('ValidityPeriod') ?? 36_000)
  if (!(validity >= 1 && validity <= 36_000)) throw new RefusedHere(400, 21_623, 'Invalid validity period')
  const refused = REFUSED[to]
  if (refused) throw new RefusedHere(400, ...refused)
  if (exchange.optOuts.has(to))
    throw new RefusedHere(400, 21_610, 'Attempt to send to unsubscribed recipient')
  const message = newMessage(exchange, { to, from, service, body })
  exchange.messages.set(message.sid, message)
  const callback = form.get('StatusCallback')
  if (callback) exchange.callbacks.set(message.sid, callback)
  const asked = { ...message }
  exchange.taken(message)
  return asked
}

function newMessage(
  { accountSid, newSid }: Exchange,
  of: { to: string; from: string | null; service: string | null; body: string },
): Message {
  const sid = newSid()
  const now = rfc2822()
  return {
    sid,
    account_sid: accountSid,
    messaging_service_sid: of.service,
    api_version: '2010-04-01',
    to: of.to,
    from: of.from,
    body: of.body,
    status: of.service ? 'accepted' : 'queued',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    num_segments: of.service ? '0' : '1',
    num_media: '0',
    date_created: now,
    date_sent: null,
    date_updated: now,
    price: null,
    price_unit: 'USD',
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
    subresource_uris: {},
  }
}

/** `GET …/Messages.json`: the newest first, page by page. */
function list({ messages }: Exchange, url: URL): object {
  const { searchParams: query, pathname } = url
  const to = query.get('To')
  const all = [...messages.values()].toReversed().filter((one) => !to || one.to === to)
  const [page, size] = [Number(query.get('Page') ?? 0), Number(query.get('PageSize') ?? 50)]
  const shown = all.slice(page * size, (page + 1) * size)
  const next = new URLSearchParams(query)
  next.set('Page', String(page + 1))
  const isMore = all.length > (page + 1) * size
  return {
    messages: shown,
    page,
    page_size: size,
    uri: `${pathname}?${query}`,
    first_page_uri: `${pathname}?${query}`,
    next_page_uri: isMore ? `${pathname}?${next}` : null,
    previous_page_uri: null,
    start: page * size,
    end: page * size + shown.length - 1,
  }
}

function refuse(response: ServerResponse, refused: RefusedHere): void {
  reply(response, refused.status, refused.body)
}

function reply(response: ServerResponse, status: number, body: object | string): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { 'content-type': type })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString()
}
