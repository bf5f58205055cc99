import type { FastifyInstance } from 'fastify'
import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { gateway, type GatewayNotice } from './gateway.js'
import { noteChargeback } from './chargeback.js'
import { activateAccount } from './activate-account.js'
import { findOperation, operationOfKey } from './operation.js'
import { noteReturnedRefund } from './returned-refund.js'
import { noteReversal } from './reversed-release.js'
import { settleOperation } from './settle-operation.js'
import { suspendAccount } from './suspend-account.js'

const MAX_BODY = 64 * 1024

/** What the gateway is answered: taken (also what was known already), refused, or not ours (yet): to be sent again. */
export type WebhookAnswer = 204 | 401 | 404

/**
 * Takes a webhook of the gateway. Forged, unsigned or old ones are refused; the rest count as results like any other, in
 * whatever order and however often they come: the first wins. Only a refund that was given back may come back yet, and what
 * a channel was paid be taken back.
 */
export async function receiveGatewayWebhook(
  house: House,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<WebhookAnswer> {
  const notice = gateway.bound.readNotice(headers, body)
  if (!notice) return 401
  return transaction(house, system('payments'), (tx) => takers[notice.about](tx, notice as never))
}

type Noticed<About extends GatewayNotice['about']> = Extract<GatewayNotice, { about: About }>

const takers: { [About in GatewayNotice['about']]: (tx: Tx, notice: Noticed<About>) => Promise<204 | 404> } =
  {
    OPERATION: async (tx, { key, outcome }) => {
      const operation = await findOperation(tx, operationOfKey(key))
      if (!operation) return 404
      if (outcome.result !== 'SUCCEEDED' && outcome.result !== 'FAILED') return 204
      const result = { ...outcome, key }
      if (!(await settleOperation(tx, operation.id, result)))
        await noteReturnedRefund(tx, operation.id, result)
      return 204
    },
    CHARGEBACK: async (tx, notice) => ((await noteChargeback(tx, notice)) ? 204 : 404),
    REVERSAL: async (tx, notice) => ((await noteReversal(tx, notice)) ? 204 : 404),
    ACCOUNT: async (tx, { account, ready }) => {
      await (ready ? activateAccount : suspendAccount)(tx, { accountRef: account })
      return 204
    },
    NOTHING: async () => 204,
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
