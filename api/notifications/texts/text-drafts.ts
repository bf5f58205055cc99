import { plainLetters, partsOf } from '../../platform/texts/text-letters.js'
import type { DraftFacts } from './text-facts.js'
import { textWordsFor } from './words/text-words.js'

/** What support may begin a text with, and when it fits. */
export const textDrafts = {
  MISSED_CALL: 'After a call that nobody took.',
  FIRST: 'The first that they hear of it.',
  ONCE_MORE: 'Once more, before it is given up.',
} as const

export type TextDraftName = keyof typeof textDrafts

/** Words that support may send as they are, or change. */
export interface Draft {
  readonly name: TextDraftName
  readonly body: string
  /** What comes after them by itself: how to be rid of texts. The link stands between. */
  readonly closing: string
  /** Of how many texts of the phone network they would be, with what comes after them. */
  readonly parts: number
}

/** About as long as a link is. */
const LINK = 'x'.repeat(96)

/** The drafts for one counterpart, in their language. */
export function draftsFor(facts: DraftFacts): Draft[] {
  const { drafts, stop, ownWords } = textWordsFor(facts.locale)
  return (Object.keys(textDrafts) as TextDraftName[]).map((name) => {
    const body = plainLetters(drafts[name](facts))
    return { name, body, closing: stop, parts: partsOf(`${ownWords(body, LINK)}\n${stop}`) }
  })
}
