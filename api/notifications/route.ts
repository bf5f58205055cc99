import type { Tx } from '../platform/context.js'
import type { Email } from './email.js'
import type { LinkRef } from './mint-link.js'
import type { Addressed } from './write-mail.js'
import type { Recipient } from './recipient.js'
import { samplesOf, type ShownSample } from './samples/shown-samples.js'
import type { ToldEvent } from './told-event.js'

/** One kind of mail that an event is told by: to whom, with what. */
export interface Route {
  readonly template: string
  /** Who is told, as the list of mails says it. */
  readonly tells: string
  readonly samples: (locale: string, publicUrl: string) => ShownSample[]
  /** What it waits for, to be told in one mail. Left out, it is told at once. */
  readonly gathers?: Gathering
  readonly mails: (tx: Tx, event: ToldEvent) => Promise<Addressed<unknown>[]>
}

/** How more of the same is told in one mail. */
export interface Gathering {
  /** How long the first waits for others, as `PT10M`. */
  readonly within: string
  /** Whether the mail itself knows what was told before; otherwise a mail that was written since the event has told it. */
  readonly knowsWhatWasTold: boolean
}

/** Reads what a mail says of an event; undefined where there is nothing to tell. */
export type Load<F> = (tx: Tx, event: ToldEvent) => Promise<F | undefined>

/** Finds who is told, and says who that is. */
export interface Who<F> {
  (tx: Tx, facts: F, event: ToldEvent): Promise<Recipient[]>
  readonly tells: string
}

/** Declares who is told: in words, and how they are found. */
export function told<F>(tells: string, find: (...asked: Parameters<Who<F>>) => Promise<Recipient[]>): Who<F> {
  return Object.assign((...asked: Parameters<Who<F>>) => find(...asked), { tells })
}

/**
 * A route: this mail, from these facts, to these people; for a mail with a secret link, what it opens for each of them.
 * Who appears twice, by id or by address, gets one mail: the first named counts.
 */
export function route<F extends { readonly orderId: string | null }>(
  mail: Email<F>,
  load: Load<F>,
  whom: Who<F>,
  link?: (facts: F, to: Recipient) => LinkRef | undefined,
): Route {
  return {
    template: mail.template,
    tells: whom.tells,
    samples: (locale, publicUrl) => samplesOf(mail, locale, publicUrl),
    async mails(tx, event) {
      const facts = await load(tx, event)
      if (!facts) return []
      return oncePerPerson(await whom(tx, facts, event)).map(
        (to) =>
          ({
            mail,
            facts,
            to,
            eventId: event.id,
            orderId: facts.orderId,
            link: link?.(facts, to),
          }) as Addressed<unknown>,
      )
    },
  }
}

/** The same, told once for all that happens to an order within a while from the first: its facts are read at the end. */
export function gathered(of: Route, within: string): Route {
  return { ...of, gathers: { within, knowsWhatWasTold: false } }
}

function oncePerPerson(people: readonly Recipient[]): Recipient[] {
  const seen = new Set<string>()
  return people.filter(({ id, email }) => {
    const known = seen.has(id) || seen.has(email.toLowerCase())
    seen.add(id).add(email.toLowerCase())
    return !known
  })
}
