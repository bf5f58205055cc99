import type { FastifyInstance } from 'fastify'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { gateway } from './gateway.js'
import { findOperation, operationOfKey } from './operation.js'
import { settleOperation } from './settle-operation.js'

const MAX_BODY = 64 * 1024

/** What the gateway is answered: taken (also what was known already), refused, or not ours (yet): to be sent again. */
export type WebhookAnswer = 204 | 401 | 404

/**
 * Takes a webhook of the gateway. Forged, unsigned or old ones are refused; the rest count as results like any other, in
 * whatever order and however often they come: the first wins.
 */
export async function receiveGatewayWebhook(
  house: House,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<WebhookAnswer> {
  const notice = gateway.bound.readNotice(headers, body)
  if (!notice) return 401
  const { key, outcome } = notice
  return transaction(house, system('payments'), async (tx) => {
    const operation = await findOperation(tx, operationOfKey(key))
    if (!operation) return 404
    const final = outcome.result === 'SUCCEEDED' || outcome.result === 'FAILED'
    if (final) await settleOperation(tx, operation.id, { ...outcome, key })
    return 204
  })
}

/** Mounts `POST /webhooks/gateway`, with the body as it came: a signature is over bytes. */
export function mountGatewayWebhook(app: FastifyInstance, house: House): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) =>
      done(null, body),
    )
    scope.post('/webhooks/gateway', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      return reply.code(await receiveGatewayWebhook(house, Object.fromEntries(headers), body)).send()
    })
  })
}
