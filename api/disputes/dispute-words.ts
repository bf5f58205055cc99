/** What a text in a dispute is. */
export const statementKinds = {
  OPENING: 'What the buyer said on opening it.',
  RESPONSE: 'How the channel sees it.',
  STATEMENT: 'Something that one side added.',
  QUESTION: 'What our team asked one side for.',
  ANSWER: 'What that side answered.',
  REASONING: 'Why our team decided as it did.',
} as const

export type StatementKind = keyof typeof statementKinds

/** How a dispute is decided. */
export const decisions = {
  RELEASE: 'What is held goes to the channel.',
  REFUND: 'What is held goes back to the buyer.',
  SPLIT: 'A part of it goes back to the buyer, the rest to the channel.',
} as const

export type Decision = keyof typeof decisions
