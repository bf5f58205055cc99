import { type Block, list } from '../platform/mailer/content.js'
import type { Reader } from './email.js'
import type { AttemptFacts } from './outreach-facts.js'

const MOST = 5

/**
 * What was tried, the newest last: when, how, and what came of it. A text counts as sent only where it was. Without what
 * the team noted.
 */
export function attemptList(attempts: readonly AttemptFacts[], to: Reader): Block {
  const { kinds, attempt } = to.words.outreach
  return list(
    attempts.slice(-MOST).map(({ kind, at, ...tried }) => ({
      about: to.when(at),
      text: attempt(kinds[kind] ?? kind, cameOf(tried, to)),
    })),
  )
}

function cameOf({ outcome, delivery }: Omit<AttemptFacts, 'kind' | 'at'>, to: Reader): string {
  const { outcomes, deliveries } = to.words.outreach
  return delivery === null ? (outcomes[outcome] ?? outcome) : (deliveries[delivery] ?? delivery)
}
