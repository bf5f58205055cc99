import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { lockStream } from '../../platform/events.js'
import { type LinkRef, mintToken } from '../mint-link.js'
import type { Instead, TextInHand } from './text-in-hand.js'
import { textRoom, withLinkToken } from './text-room.js'
import { whyNotNow } from './text-standing.js'
import { instead } from './text-fate.js'

/** Longer than a call may take: a worker that is gone after this is lost. */
export const IN_HAND_MS = 25_000

interface Found extends Omit<TextInHand, 'instead' | 'triedSince' | 'now'> {
  readonly link: LinkRef | null
  readonly sealedToken: string | null
  readonly triedSince: Date | null
}

/**
 * Takes a text in hand, and makes its link's token. From then on it may have been sent, until it is known that it was
 * not: who finds it so asks the provider first. Undefined where there is nothing to do now.
 */
export async function takeText(tx: Tx, textId: string): Promise<TextInHand | undefined> {
  const named = await row<{ orderId: string }>(
    tx,
    sql`select order_id as "orderId" from texts where id = ${textId}`,
  )
  if (!named) return undefined
  await lockStream(tx, named.orderId)
  const found = await look(tx, textId)
  if (!found) return undefined
  if (found.providerId !== null) return hold(tx, found, undefined, found.sealedToken)
  const not = await whyNotNow(tx, textId)
  if (not && !found.isUnknown) {
    await instead(tx, found, not)
    return undefined
  }
  const sealed = await sealedTokenOf(tx, found)
  if (found.link && sealed === null) {
    await instead(tx, found, { state: 'FAILED', cause: 'LINK_ENDED' })
    return undefined
  }
  return hold(tx, found, not, sealed)
}

function look(tx: Tx, textId: string): Promise<Found | undefined> {
  return row<Found>(
    tx,
    sql`select id, order_id as "orderId", attempt_id as "attemptId", to_number as "toNumber", time_zone as "timeZone", body, state, attempts + 1 as attempts, asked,
        provider_id as "providerId", unknown_since as "triedSince", unknown_since is not null as "isUnknown", link, sealed_token as "sealedToken"
      from texts where id = ${textId} and try_at is not null and body is not null and state in ('QUEUED', 'WAITING_FOR_MORNING', 'SENT')
        and not coalesce(in_hand_until > clock_timestamp(), false) for no key update`,
  )
}

/** The token of its link, sealed: the one it was tried with before, since the provider knows it by its very words. */
async function sealedTokenOf(tx: Tx, { link, sealedToken, toNumber }: Found): Promise<string | null> {
  if (!link || sealedToken) return sealedToken
  const token = await mintToken(tx, link, toNumber)
  return token === undefined ? null : textRoom.bound.seals.seal(token)
}

async function hold(
  tx: Tx,
  { link: _link, sealedToken: _sealed, ...text }: Found,
  not: Instead | undefined,
  sealed: string | null,
): Promise<TextInHand> {
  const asks = text.providerId !== null
  const held = await row<{ triedSince: Date }>(
    tx,
    sql`update texts set attempts = attempts + ${asks ? 0 : 1}, asked = asked + ${asks ? 1 : 0}, sealed_token = ${sealed},
        unknown_since = ${asks ? sql`null` : sql`coalesce(unknown_since, clock_timestamp())`}, in_hand_until = clock_timestamp() + ${IN_HAND_MS} * interval '1 millisecond',
        try_at = ${new Date(tx.now.getTime() + IN_HAND_MS)}
      where id = ${text.id} returning coalesce(unknown_since, clock_timestamp()) as "triedSince"`,
  )
  const token = sealed === null ? undefined : textRoom.bound.seals.open(sealed)
  const body = withLinkToken(text.body, token)
  return {
    ...text,
    asked: text.asked + (asks ? 1 : 0),
    body,
    instead: not,
    triedSince: new Date(held!.triedSince),
    now: tx.now,
  }
}
