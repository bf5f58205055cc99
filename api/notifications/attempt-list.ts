import { type Block, list } from '../platform/mailer/content.js'
import type { Reader } from './email.js'
import type { AttemptFacts } from './outreach-facts.js'

const MOST = 5

/** What was tried, the newest last: when, how, and what came of it. Without what the team noted. */
export function attemptList(attempts: readonly AttemptFacts[], to: Reader): Block {
  const { kinds, outcomes, attempt } = to.words.outreach
  return list(
    attempts.slice(-MOST).map(({ kind, outcome, at }) => ({
      about: to.when(at),
      text: attempt(kinds[kind] ?? kind, outcomes[outcome] ?? outcome),
    })),
  )
}
