import {
  type Handover,
  type OutgoingText,
  type TextFate,
  TextTrouble,
  type TextProvider,
} from './text-provider.js'

/** A number of the sandbox that behaves in its own way. */
export interface SandboxNumber {
  readonly number: string
  readonly what: string
  readonly handOver: (text: OutgoingText) => TextFate | TextTrouble
  /** What it says when asked later; left out where that is the same. */
  readonly later?: TextFate
}

const SENT: TextFate = { state: 'SENT' }
const DELIVERED: TextFate = { state: 'DELIVERED' }

const fails = (number: string, what: string, fate: TextFate): SandboxNumber => ({
  number,
  what,
  handOver: () => fate,
})

/** The numbers on which texts go wrong, each in one way. Every other number takes what is sent. */
export const sandboxNumbers: readonly SandboxNumber[] = [
  fails('+15005550001', 'There is no such number.', {
    state: 'FAILED',
    cause: 'NO_SUCH_NUMBER',
    failure: '21211',
  }),
  fails('+15005550002', 'The account does not send to its country.', {
    state: 'FAILED',
    cause: 'REGION_NOT_ALLOWED',
    failure: '21408',
  }),
  fails('+15005550004', 'The provider knows that it wants no texts.', {
    state: 'REFUSED_OPTED_OUT',
    cause: 'OPTED_OUT',
    failure: '21610',
  }),
  fails('+15005550009', 'A landline.', { state: 'FAILED', cause: 'CANNOT_TAKE_TEXTS', failure: '21614' }),
  {
    number: '+15005550011',
    what: 'Sent, and never arrives: the phone is off.',
    handOver: () => SENT,
    later: { state: 'UNDELIVERED', cause: 'OUT_OF_REACH', failure: '30003' },
  },
  {
    number: '+15005550012',
    what: 'Sent, and refused by the phone company.',
    handOver: () => SENT,
    later: { state: 'UNDELIVERED', cause: 'BLOCKED', failure: '30007' },
  },
  {
    number: '+15005550013',
    what: 'Sent, and nobody ever says whether it arrived.',
    handOver: () => SENT,
    later: SENT,
  },
  {
    number: '+15005550014',
    what: 'The provider is too busy at first, twice.',
    handOver: ({ attempt }) => (attempt <= 2 ? new TextTrouble('later', 'The sandbox is busy.') : DELIVERED),
  },
  {
    number: '+15005550015',
    what: 'Sent, but the answer is lost: it is asked for, and not sent twice.',
    handOver: () => new TextTrouble('unknown', 'The sandbox has lost its answer.'),
  },
  {
    number: '+15005550016',
    what: 'The line breaks at first: it is asked for, found missing and sent again.',
    handOver: ({ attempt }) =>
      attempt === 1 ? new TextTrouble('unknown', 'The line to the sandbox broke.') : DELIVERED,
  },
  {
    number: '+15005550017',
    what: 'Arrives a while after it was sent.',
    handOver: () => SENT,
    later: DELIVERED,
  },
]

const LOST_ANSWER = '+15005550015'

/**
 * The sandbox's phones: nothing leaves, the outbox is where texts are read. A number that is not among
 * {@link sandboxNumbers} takes every text at once. Keeps no state: what a number does is its own.
 */
export function sandboxTexts(): TextProvider {
  return {
    mode: 'kept',
    async send(text) {
      const came = numbered(text.to)?.handOver(text) ?? DELIVERED
      if (came instanceof TextTrouble) throw came
      return handedOver(text, came)
    },
    find: async (text) => (text.to === LOST_ANSWER ? handedOver(text, DELIVERED) : undefined),
    ask: async ({ to }) => numbered(to)?.later ?? DELIVERED,
    read: () => undefined,
  }
}

function numbered(number: string): SandboxNumber | undefined {
  return sandboxNumbers.find((one) => one.number === number)
}

function handedOver({ id }: OutgoingText, fate: TextFate): Handover {
  const taken = !('cause' in fate)
  return { ...fate, providerId: taken ? `kept-${id}` : null }
}
