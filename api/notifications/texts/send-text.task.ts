import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../../lib/viewer.js'
import type { House } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { lockStream } from '../../platform/events.js'
import { job } from '../../platform/jobs.js'
import { type Handover, TextTrouble } from '../../platform/texts/text-provider.js'
import { transaction } from '../../platform/transaction.js'
import { takeText } from './take-text.js'
import type { TextInHand, TextOutcome } from './text-in-hand.js'
import { noteTextOutcome } from './text-outcome.js'
import { textRoom } from './text-room.js'
import { validFor } from './text-valid.js'

/**
 * Sends one text, or asks what became of it. The job is only a call to look: whether there is something to do stands in
 * the text's row, so it may run twice or be lost.
 */
export const sendTextJob = job<{ textId: string }>({
  name: 'send-text',
  retries: 3,
  expires: 120,
  workers: 2,
  run: (house, data) => sendText(house, data.textId),
})

async function sendText(house: House, textId: string): Promise<void> {
  const taken = await transaction(house, system('texts'), (tx) => takeText(tx, textId))
  if (!taken) return
  const outcome = await reachOut(taken)
  if (outcome.came === 'TROUBLE')
    house.log.warn({ text: textId, kind: outcome.kind, attempt: taken.attempts }, 'a text was not sent')
  await writeDown(house, taken, outcome)
}

/** The only step that leaves the house: outside any transaction. */
async function reachOut(text: TextInHand): Promise<TextOutcome> {
  const { provider } = textRoom.bound
  try {
    if (text.providerId !== null) {
      const asked = { providerId: text.providerId, to: text.toNumber }
      return { came: 'FATE', fate: { ...(await provider.ask(asked)), providerId: text.providerId } }
    }
    return await handOver(text)
  } catch (error) {
    const trouble = error instanceof TextTrouble ? error : new TextTrouble('unknown', String(error))
    return { came: 'TROUBLE', kind: trouble.kind, message: trouble.message }
  }
}

/** One that may have been sent is looked for first, and sent only where it is not there and still may go. */
async function handOver(text: TextInHand): Promise<TextOutcome> {
  const { provider } = textRoom.bound
  const { id, toNumber: to, body, attempts: attempt, triedSince } = text
  const outgoing = { id, to, body, attempt, triedSince, validSeconds: validFor(text.timeZone, text.now) }
  if (text.isUnknown) {
    const found = await stillUnknown(() => provider.find(outgoing))
    if (found) return { came: 'FATE', fate: found }
    if (text.instead) return { came: 'NOT_SENT', instead: text.instead }
  }
  return { came: 'FATE', fate: await provider.send(outgoing) }
}

/** Who could not be asked has told nothing: what was unknown stays so. */
async function stillUnknown(find: () => Promise<Handover | undefined>): Promise<Handover | undefined> {
  try {
    return await find()
  } catch (error) {
    throw new TextTrouble('unknown', error instanceof Error ? error.message : String(error))
  }
}

/** The pauses between tries to write an outcome down, in milliseconds: together less than a text is in hand for. */
const WRITING_PAUSES_MS = [100, 300, 900, 2000]

/** What the provider said is not to be lost. Rows that others hold, and a database that is away for a moment, are waited for. */
async function writeDown(house: House, text: TextInHand, outcome: TextOutcome): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await transaction(house, system('texts'), async (tx) => {
        await lockStream(tx, text.orderId)
        const now = await row<Pick<TextInHand, 'state' | 'providerId'>>(
          tx,
          sql`select state, provider_id as "providerId" from texts where id = ${text.id} for no key update`,
        )
        if (now) await noteTextOutcome(tx, { ...text, ...now }, outcome)
      })
    } catch (error) {
      const wait = WRITING_PAUSES_MS[attempt]
      if (wait === undefined) throw error
      house.log.warn({ err: error, text: text.id }, 'what became of a text is written down again')
      await pause(wait)
    }
  }
}
