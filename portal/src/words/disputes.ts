import type {
  DisputeDecision,
  DisputeReason,
  DisputeStatementKind,
  DisputeStatus,
} from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** What each reason is called, where a buyer picks one. */
export const reasonWords: Record<DisputeReason, { label: string; note: string }> = {
  NOT_PERFORMED: { label: 'It was not run', note: 'Not at all, or only a small part of it.' },
  NOT_AS_AGREED: {
    label: 'It was not what we agreed',
    note: 'What was run is something else than what was bought.',
  },
  WRONG_DATES: { label: 'It ran on the wrong days', note: 'Other days than we agreed.' },
  WRONG_PLACEMENT: { label: 'It ran in the wrong place', note: 'Another place than we agreed.' },
  UNAPPROVED_CREATIVE: {
    label: 'It ran with the wrong creatives',
    note: 'Others than the ones that were approved.',
  },
  LOW_CONVERSIONS: {
    label: 'Too few people responded',
    note: 'Clicks, leads or sales were lower than hoped.',
  },
  OUT_OF_CHANNELS_CONTROL: {
    label: 'Something the channel has no hand in',
    note: 'The season, the news, or our own page.',
  },
  CHANGED_PLANS: { label: 'Our plans have changed', note: 'We would not need the campaign any more.' },
}

/** Words of the page on which a buyer opens a dispute. */
export const openWords = {
  title: 'Dispute this campaign',
  about: (what: string, channel: string, number: string) => `${what} with ${channel} · order ${number}`,
  until: (when: string) => `You can open a dispute until ${when}.`,
  untold:
    'You can open a dispute. The time for it does not run before our mail about the completion has reached you.',
  timeLeft: 'to open a dispute',
  first: 'Sometimes a message is enough. The channel reads what you write on the order’s feed.',
  write: 'Write to the channel',
  reason: 'What went wrong?',
  counting: 'A blatant breach of what was agreed',
  other: 'Something else',
  kindlyTitle: 'This is nothing that a campaign is disputed for',
  noReason: 'Choose what went wrong.',
  statement: 'What happened?',
  statementHelp:
    'Say what was agreed, what you saw, and when. The channel and our team read it. Up to 5,000 characters.',
  noStatement: 'Say in a few words what happened.',
  evidence: 'Evidence',
  evidenceHelp:
    'Screenshots, mails, reports: whatever shows it. The channel and our team can open it. Up to 20 files at once; you can add more until it is decided.',
  send: 'Open the dispute',
  back: 'Back to the campaign',
  offKindly: 'Choose another reason, or write to the channel.',
  uploading: 'Some files are still on their way.',
  onceTitle: 'There is one dispute for a campaign',
  once: 'Once withdrawn, it can’t be opened again.',
  closedTitle: 'A dispute can’t be opened now',
  notYours: 'Opening a dispute is for an owner of the buying organisation.',
  thereTitle: 'This campaign has a dispute',
  there: 'Open the dispute',
}

/** What happens once a dispute is open, to each side. */
export const nextWords = {
  title: 'What happens then',
  BUYER: [
    'The money is frozen at once. Nobody gets it before it is decided.',
    'The channel has 72 hours to say how it sees it.',
    'Somebody of our team who has not worked on your order looks at both sides, and asks where something is missing.',
    'They decide, and say why: all of it goes back to you, to the channel, or a part to each.',
    'Should nobody decide within 30 days, you get all of it back.',
  ],
  CHANNEL: [
    'The money is frozen. Nobody gets it before it is decided.',
    'You have 72 hours to say how you see it. Silence only ends the wait.',
    'Somebody of our team who has not worked on this order looks at both sides, and asks where something is missing.',
    'They decide, and say why: all of it goes to you, back to the buyer, or a part to each.',
    'Should nobody decide within 30 days, all of it goes back to the buyer.',
  ],
}

/** The terms where they matter. */
export const termsNote = {
  title: 'What our terms say',
  points: [
    'A dispute is for a blatant breach of what was agreed, within 48 hours of “Complete”.',
    'Low conversions, and whatever is out of the channel’s control, are no reason for one.',
  ],
  link: 'Read the terms on disputes',
  rate: (disputed: number, completed: number) =>
    disputed === 0
      ? `Of ${completed} completed campaigns here, not one was ever disputed.`
      : disputed === 1
        ? `Of ${completed} completed campaigns here, only one was ever disputed.`
        : `Of ${completed} completed campaigns here, ${disputed} were disputed.`,
}

type Names = { buyer: string; channel: string }
type Seen = 'BUYER' | 'CHANNEL'

/** What each state is called. */
export const disputeStates: Record<DisputeStatus, { label: string; tone: Tone }> = {
  AWAITING_CHANNEL: { label: 'Waits for the channel', tone: 'act' },
  UNDER_REVIEW: { label: 'With our team', tone: 'go' },
  AWAITING_INFORMATION: { label: 'Waits for an answer', tone: 'act' },
  RESOLVED: { label: 'Decided', tone: 'good' },
  WITHDRAWN: { label: 'Withdrawn', tone: 'plain' },
}

/** Words of a dispute's page. */
export const disputeWords = {
  title: (number: string) => `Dispute of order ${number}`,
  standing: 'Where it stands',
  summary: (status: DisputeStatus, side: Seen, { buyer, channel }: Names, asked: Seen | null): string => {
    const mine = side === 'BUYER'
    if (status === 'AWAITING_CHANNEL')
      return mine
        ? `${channel} was asked to say how it sees it. Silence only ends the wait: our team looks into it then.`
        : `${buyer} disputes this campaign. Say how you see it; if you don’t, our team goes on without.`
    if (status === 'UNDER_REVIEW')
      return 'Our team looks at what both sides said and showed. Both of you can still add to it.'
    if (status === 'AWAITING_INFORMATION')
      return asked === side
        ? 'Our team asked you something. Please answer; if you don’t, it goes on without.'
        : `Our team asked ${mine ? channel : buyer} something, and waits for the answer.`
    if (status === 'WITHDRAWN')
      return mine
        ? 'You withdrew this dispute. There is no second one for this campaign.'
        : `${buyer} withdrew this dispute. There is no second one for this campaign.`
    return 'It is decided. Nothing more can be added.'
  },
  frozen: (amount: string | null) => `${amount ?? 'The money'} is frozen until it is decided.`,
  reason: 'Reason',
  opened: 'Opened',
  held: 'Disputed',
  respondBy: 'Answer of the channel due',
  answerBy: 'Answer due',
  timeLeft: 'to answer',
  fallback: 'Decided at the latest',
  fallbackNote: 'Should nobody decide until then, everything goes back to the buyer.',
  decided: (decision: DisputeDecision, side: Seen, { buyer, channel }: Names): string =>
    ({
      RELEASE: side === 'BUYER' ? `The money goes to ${channel}.` : 'The money is released to you.',
      REFUND: side === 'BUYER' ? 'All of it goes back to you.' : `All of it goes back to ${buyer}.`,
      SPLIT: side === 'BUYER' ? 'A part of it goes back to you.' : 'A part of it is released to you.',
    })[decision],
  decidedTitle: (when: string) => `Decided on ${when}`,
  toBuyer: (name: string) => `To ${name}`,
  toChannel: (name: string) => `To ${name}, before our fee`,
  byTime: 'Nobody decided within 30 days, so everything went back to the buyer.',
  why: 'Why',
  sides: 'Both sides',
  you: 'You',
  team: 'Our team',
  kinds: {
    OPENING: 'opened the dispute',
    RESPONSE: 'responded',
    STATEMENT: 'added',
    QUESTION: 'asked',
    ANSWER: 'answered',
    REASONING: 'decided',
  } satisfies Record<DisputeStatementKind, string>,
  teamAsked: 'Our team asked',
  erased: 'These words were removed.',
  gone: 'This file was removed.',
  nothing: 'Nothing said yet.',
  noEvidence: 'No evidence so far.',
  evidence: 'Evidence',
  evidenceBy: (name: string | null, when: string) => `${name ?? 'Somebody'} · ${when}`,
  fingerprint: 'SHA-256',
  respondTitle: 'Say how you see it',
  respondLead:
    'What was agreed, what you did, and when. The buyer and our team read it. Up to 5,000 characters.',
  respond: 'Send our answer',
  answerTitle: 'Answer our team',
  answerLead: 'Both sides read the answer. Up to 5,000 characters.',
  answer: 'Send the answer',
  addTitle: 'Add to your side',
  addLead: 'Words, files or both; until it is decided. Both sides and our team read them.',
  add: 'Add',
  words: 'Your words',
  files: 'Files',
  filesHelp: 'Up to 20 at once. Both sides and our team can open them.',
  noWords: 'Write something first.',
  nothingToAdd: 'Write something, or add a file.',
  withdraw: 'Withdraw the dispute',
  withdrawTitle: 'Withdraw this dispute?',
  withdrawText: (channel: string) =>
    `The money goes to ${channel} at its old time, though not within the hour. There is no second dispute for this campaign.`,
  withdrawYes: 'Withdraw it',
  withdrawNo: 'Keep it open',
  withdrawNote: 'Settled it between you? Then withdraw it.',
  campaign: 'To the campaign',
}
