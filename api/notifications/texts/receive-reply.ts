import { newId } from '../../lib/ids.js'
import { system } from '../../lib/viewer.js'
import type { House, Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { plain } from '../../platform/mailer/content.js'
import { hasOptedOut, optInToTexts, optOutOfTexts } from '../../platform/texts/text-opt-outs.js'
import type { TextNotice } from '../../platform/texts/text-provider.js'
import { transaction } from '../../platform/transaction.js'
import { meantBy } from './reply-words.js'
import { tellOfReplyJob } from './tell-of-reply.task.js'
import type { ReplyKind } from './text.entity.js'
import { textWordsFor } from './words/text-words.js'

export type Reply = Omit<Extract<TextNotice, { about: 'REPLY' }>, 'about'>

/** What became of a text that came in. */
export interface Received {
  readonly id: string
  readonly kind: ReplyKind
  /** What is texted back; null where the provider does that itself, or there is nothing to say. */
  readonly answer: string | null
}

interface Before {
  readonly orderId: string
  readonly appointmentId: string
  readonly counterpartId: string
  readonly locale: string
}

const MOST_LETTERS = 1600

/**
 * Somebody texts to us. STOP ends texts to that number at once, START lets them go out again; what they write otherwise
 * stands on the order that we last texted them about, and support sees to it. It is kept whatever else is done to that
 * order in this moment: the order hears of it afterwards. What comes twice counts once.
 */
export async function receiveReply(house: House, reply: Reply): Promise<Received> {
  return transaction(house, system('texts'), async (tx) => {
    const before = await lastTextTo(tx, reply.from)
    const kind = reply.dealtWith ?? meantBy(reply.body, await hasOptedOut(tx, reply.from))
    const id = await keep(tx, reply, kind, before)
    if (!id) return { id: await known(tx, reply), kind, answer: null }
    if (kind === 'STOP') await optOutOfTexts(tx, { phone: reply.from, by: 'text' })
    if (kind === 'START') await optInToTexts(tx, { phone: reply.from })
    if (before) await house.jobs.send(tx, tellOfReplyJob, { replyId: id })
    const answers = { ...textWordsFor(before?.locale ?? 'en').answers, ANSWER: null }
    return { id, kind, answer: reply.dealtWith ? null : answers[kind] }
  })
}

function lastTextTo(tx: Tx, number: string): Promise<Before | undefined> {
  return row<Before>(
    tx,
    sql`select order_id as "orderId", appointment_id as "appointmentId", counterpart_id as "counterpartId", locale from texts where to_number = ${number} order by queued_at desc, id desc limit 1`,
  )
}

/** Its id; undefined where it came before. */
async function keep(
  tx: Tx,
  reply: Reply,
  kind: ReplyKind,
  before: Before | undefined,
): Promise<string | undefined> {
  const { orderId = null, appointmentId = null, counterpartId = null } = before ?? {}
  const body = plain(reply.body).slice(0, MOST_LETTERS)
  const kept = await row<{ id: string }>(
    tx,
    sql`insert into text_replies (id, provider_id, from_number, body, kind, order_id, appointment_id, counterpart_id, received_at)
      values (${newId('txr')}, ${reply.providerId}, ${reply.from}, ${body}, ${kind}, ${orderId}, ${appointmentId}, ${counterpartId}, ${tx.now})
      on conflict (provider_id) do nothing returning id`,
  )
  return kept?.id
}

async function known(tx: Tx, { providerId }: Reply): Promise<string> {
  const found = await row<{ id: string }>(
    tx,
    sql`select id from text_replies where provider_id = ${providerId}`,
  )
  return found!.id
}
