import { moment } from '../format/format.js'
import type { MessageKind, ViewerQuery } from '../gen/operations.js'

/** How soon somebody answers: always, or of the hours at which somebody is there. */
export function answeredSoon(hours: ViewerQuery['answerHours']): string {
  if (!hours) return 'A person answers within 10 to 20 minutes.'
  const { words, opensAt } = hours
  const back = opensAt ? ` We are back on ${moment(opensAt)}.` : ''
  return `A person answers within 10 to 20 minutes of our hours: ${words}.${back}`
}

/** Words of writing on an order's feed, and of who reads it. */
export const talkWords = {
  kind: 'What is it?',
  kinds: {
    MESSAGE: { label: 'Message', note: 'Something to tell us.' },
    QUESTION: { label: 'Question', note: 'Something that you want an answer to.' },
    STATUS_REQUEST: { label: 'Status', note: 'The present state at once, and a person looks.' },
  } satisfies Record<MessageKind, { label: string; note: string }>,
  chips: { QUESTION: 'Question', STATUS_REQUEST: 'Asked for the status' } as Partial<
    Record<MessageKind, string>
  >,
  statusOptional: 'You may add something, or send it as it is.',
  attach: 'Attach files',
  attachHelp: 'Ten at most. Whoever reads the message can open them.',
  smallTalk: 'Our team reads along. Ask a question where you want us to answer.',
  send: 'Send',
  ask: 'Ask',
  askStatus: 'Ask for the status',
  typing: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} is writing…` : `${names.join(' and ')} are writing…`,
  here: (names: readonly string[]) => `Here now: ${names.join(', ')}`,
  readBy: (names: readonly string[]) => `Read by ${names.join(', ')}`,
  notRead: 'Sent',
  fresh: 'New since you were here',
  came: (name: string) => `New message from ${name}`,
  files: 'Attached files',
  filesComing: 'The files are still on their way. One moment.',
  mentions: (names: readonly string[]) => `To ${names.join(', ')}`,
}

/** Why the feed is offered where an order stands, and by which words. */
export const nudgeWords = {
  noMail: 'No news by mail yet? Ask here how it stands.',
  near: 'The appointment is near. If something is unclear, ask us here.',
  inDoubt: 'Not sure how it goes on? Ask us here.',
  answerBy: (when: string) => `You have asked us something. A person answers by ${when}.`,
  late: 'You have asked us something, and we are late with the answer. Our team was told, and is on it.',
  ask: 'Ask our team',
  status: 'What is the latest?',
  asked: 'Asked. The state as it is now stands in the activity below, and our team looks.',
  concern: 'Raise a concern',
}
