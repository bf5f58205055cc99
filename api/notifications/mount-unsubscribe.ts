import type { FastifyInstance } from 'fastify'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { choose } from './mail-preferences.js'
import { type MailKind, mailKinds } from './mail-kinds.js'
import { mailroom } from './mailroom.js'
import { ONE_CLICK_PATH } from './preference-links.js'

const BODY_LIMIT = 4096
/** What a mail program sends; an address that is merely opened, by a scanner or a preview, sends nothing. */
const ONE_CLICK_BODY = /List-Unsubscribe(=|"\s*\r?\n\s*\r?\n)One-Click/

/**
 * Lets a mail program switch a kind of mail off by one click: a POST, from anywhere, with a signed address and nothing
 * else. Opening the same address shows the page of choices and changes nothing. Source: RFC 8058.
 */
export async function mountUnsubscribe(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body),
    )
    part.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    part.get<{ Params: { token: string } }>(`${ONE_CLICK_PATH}/:token`, async ({ params }, reply) => {
      const asked = mailroom.bound.preferences.readOneClick(params.token)
      if (!asked) return reply.code(404).send({ code: 'NOT_FOUND', message: 'This is no address of ours.' })
      return reply.redirect(mailroom.bound.preferences.page(asked.id), 303)
    })
    part.post<{ Params: { token: string } }>(`${ONE_CLICK_PATH}/:token`, async (request, reply) => {
      const asked = mailroom.bound.preferences.readOneClick(request.params.token)
      if (!asked || !Object.hasOwn(mailKinds, asked.mailKind))
        return reply.code(404).send({ code: 'NOT_FOUND', message: 'This is no address of ours.' })
      if (!ONE_CLICK_BODY.test(String(request.body)))
        return reply.code(400).send({ code: 'VALIDATION', message: 'Send List-Unsubscribe=One-Click.' })
      const kind = asked.mailKind as MailKind
      await transaction(house, system('mail'), (tx) =>
        choose(tx, { recipientIds: [asked.id], kind, on: false, by: 'one-click' }),
      )
      return reply.code(200).type('text/plain; charset=utf-8').send('You get no more mails of this kind.\n')
    })
  })
}
